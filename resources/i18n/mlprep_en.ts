<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>RelocationDialog</name>
    <message numerus="yes">
        <source>%n file(s), {0}, go to {1}.</source>
        <translation>
            <numerusform>%n file, {0}, goes to {1}.</numerusform>
            <numerusform>%n files, {0}, go to {1}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionCard</name>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StorageSettings</name>
    <message numerus="yes">
        <source>Remove %n recording(s) and use this rule</source>
        <translation>
            <numerusform>Remove %n recording and use this rule</numerusform>
            <numerusform>Remove %n recordings and use this rule</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) were removed, {0}.</source>
        <translation>
            <numerusform>%n recording was removed, {0}.</numerusform>
            <numerusform>%n recordings were removed, {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This removes %n recording(s) for good, {0}, and later what falls out of the rule, at the start.</source>
        <translation>
            <numerusform>This removes %n recording for good, {0}, and later what falls out of the rule, at the start.</numerusform>
            <numerusform>This removes %n recordings for good, {0}, and later what falls out of the rule, at the start.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} in %n file(s)</source>
        <translation>
            <numerusform>{0} in %n file</numerusform>
            <numerusform>{0} in %n files</numerusform>
        </translation>
    </message>
</context>
</TS>
