"""Made-up values that look like a real evening of practice; every page of the tests shows these."""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from mlprep_gui.app.hearing_words import hearing_notice
from mlprep_gui.app.views import (
    AnswerView,
    ArchiveChoice,
    ArchiveView,
    CalibrationView,
    FirstStartView,
    HomeView,
    LeechLine,
    NoticeView,
    PlanView,
    QuestionPlanView,
    QuestionsView,
    RegradeView,
    RoundView,
    SessionView,
    SetupChoice,
    SetupView,
    SuggestedLine,
)
from mlprep_gui.assessment.heard_as import HeardAs
from mlprep_gui.domain.archive import AnswerLine, ArchiveExtent, ArchiveLine, Found, Place
from mlprep_gui.domain.assessment import Assessment, Evidence, PointVerdict, Verdict, not_graded
from mlprep_gui.domain.delivery import Delivery, Filler
from mlprep_gui.domain.editing import edited
from mlprep_gui.domain.errors import DeviceError, Finding
from mlprep_gui.domain.plan import PlanSettings, Rating
from mlprep_gui.domain.question import KeyPoint, KeyPointId, Level, Pack, PackId, Question, QuestionId
from mlprep_gui.domain.regrading import Reason, RegradeFailure, RegradeTally, Stale, StaleAnswer
from mlprep_gui.domain.session import (
    Answer,
    EarlierGrade,
    Mode,
    Session,
    SessionId,
    SessionRecord,
    SessionState,
    SessionSummary,
    Take,
    TakeId,
    TakeState,
)
from mlprep_gui.domain.transcript import Caption, Pause, Transcript, Word, typed_transcript
from mlprep_gui.interview import Phase
from mlprep_gui.ports import Hearing, InputDevice, VoiceInfo
from mlprep_gui.settings import Settings

NOON = datetime(2026, 11, 22, 18, 42, tzinfo=UTC)
ASSESSOR = "hybrid 1"


def point(
    name: str, statement: str, weight: float, say: str, correction: str = "", accept: Sequence[str] = ()
) -> KeyPoint:
    """Return a key point with one thing to say."""
    return KeyPoint(KeyPointId(name), statement, weight, (say, *accept), (), correction, "")


BAGGING = Question(
    id=QuestionId("bagging-boosting"),
    prompt="What is the difference between bagging and boosting?",
    topic="Ensembles",
    level=Level.MEDIUM,
    answer_s=90,
    why=(
        "The interviewer wants to hear that you choose an ensemble for a reason. A model that varies too much from "
        "sample to sample asks for averaging; a model that is too simple asks for correction."
    ),
    how="Say which problem each one solves before you name algorithms. Then one sentence on how each is trained.",
    example=(
        "Both combine many models into one. Bagging trains its models independently, each on a bootstrap sample of "
        "the data, and averages them, which mainly lowers the variance. Boosting trains them in turn, each on what "
        "the ones before got wrong, and adds them up with weights, which mainly lowers the bias. Random forest is "
        "bagging; AdaBoost and gradient boosting are boosting. Because boosting follows the errors, noisy labels "
        "mislead it more easily."
    ),
    key_points=(
        point(
            "independent",
            "Bagging trains its models independently, each on a bootstrap sample.",
            3,
            "Bagging trains the models separately, each on its own resample.",
        ),
        point(
            "in-turn",
            "Boosting trains its models in turn, each on the errors so far.",
            3,
            "Boosting trains models one after another on what was wrong before.",
        ),
        point(
            "variance-bias",
            "Bagging mainly lowers variance, boosting mainly lowers bias.",
            3,
            "Bagging brings the variance down and boosting brings the bias down.",
            "Averaging many independent models lowers variance; correcting the errors so far lowers bias.",
        ),
        point(
            "weights",
            "Bagging averages or votes equally; boosting adds models up with weights.",
            2,
            "In boosting each model gets its own weight in the sum.",
        ),
        point(
            "examples",
            "Random forest is bagging; AdaBoost and gradient boosting are boosting.",
            1,
            "Random forest is the classic example of bagging, and AdaBoost or XGBoost of boosting.",
        ),
        point(
            "noise",
            "Boosting is more easily misled by noisy labels.",
            1,
            "Boosting chases mislabelled examples, so noise hurts it more.",
        ),
    ),
    pack=PackId("core-30"),
    content_hash="a1",
)


def question(name: str, prompt: str, topic: str, level: Level, points: Sequence[str], answer_s: float = 90) -> Question:
    """Return a question with plain key points."""
    return Question(
        id=QuestionId(name),
        prompt=prompt,
        topic=topic,
        level=level,
        answer_s=answer_s,
        why="It shows whether you can say an idea plainly before you go into detail.",
        how="Give the definition in one sentence, then one example from your own work.",
        example="An example answer of a few sentences, to be read aloud after your own.",
        key_points=tuple(point(f"p{n}", text, 3 if n < 2 else 1, text) for n, text in enumerate(points)),
        pack=PackId("core-30"),
        content_hash=name,
    )


CONFUSION = question(
    "confusion-matrix",
    "Explain what a confusion matrix is.",
    "Evaluation",
    Level.EASY,
    (
        "It is a table of predicted against actual classes.",
        "Precision is the share of raised alarms that are true.",
        "Recall is the share of true cases that were found.",
        "Accuracy misleads when classes are imbalanced.",
    ),
    75,
)
CROSS = question(
    "cross-validation",
    "What is cross-validation?",
    "Evaluation",
    Level.EASY,
    (
        "The data are cut into folds, and each fold is held out once.",
        "The scores of the folds are averaged.",
        "The test set is used once, at the end.",
    ),
)
TRADEOFF = question(
    "bias-variance",
    "What is bias-variance tradeoff?",
    "Foundations",
    Level.MEDIUM,
    (
        "Bias is error from assumptions that are too simple.",
        "Variance is error from sensitivity to the sample.",
        "A more flexible model trades one for the other.",
    ),
)
GANS = question(
    "gans",
    "What are GANs?",
    "Deep learning",
    Level.HARD,
    (
        "A generator makes samples from noise.",
        "A discriminator tells real samples from made ones.",
        "The two are trained against each other.",
    ),
)
TRANSFER = question(
    "transfer-learning",
    "What is transfer learning?",
    "Deep learning",
    Level.MEDIUM,
    ("A model trained on one task is reused for another.", "It helps when there is little data of one's own."),
)
TUNING = question(
    "tuning",
    "How would you tune hyperparameters for Random Forest or gradient-boosting models when the data set is large, "
    "the time is short and the classes are far from balanced?",
    "Ensembles",
    Level.HARD,
    ("Start from sensible defaults and change few things.", "Search at random before a fine grid."),
    120,
)
QUESTIONS = (BAGGING, CONFUSION, CROSS, TRADEOFF, GANS, TRANSFER, TUNING)
PACK = Pack(
    PackId("core-30"),
    "Core machine-learning interview",
    "1.0.0",
    "en",
    "CC-BY-SA-4.0",
    ("The MLPrep authors",),
    QUESTIONS,
    "core-30.yaml",
)
OWN_PACK = replace(PACK, id=PackId("mine"), title="My project questions", questions=(), path="mine.yaml")

SAID = (
    "So both are ensembles. Um, bagging trains many models at the same time, each on a random sample of the data "
    "drawn with replacement, and then you average them. Boosting on the other hand trains them one after another, so"
    " each new model looks at the examples that the earlier ones got wrong. Um, and at the end you add them up. So "
    "bagging mostly lowers the bias and boosting the variance. And boosting, I think, is a bit worse when the labels"
    " are noisy."
)
DOUBTFUL = {"add", "them", "up."}


def spoken(text: str, start_s: float = 2.1, word_s: float = 0.42, pause_s: float = 1.8) -> Transcript:
    """Return a transcript with evenly spoken words, and a pause after every full stop but the first."""
    words: list[Word] = []
    speech: list[tuple[float, float]] = []
    now_s = began_s = start_s
    for place, word in enumerate(text.split()):
        doubtful = word in DOUBTFUL and place > len(text.split()) // 2
        words.append(Word(word, round(now_s, 2), round(now_s + word_s - 0.06, 2), 0.42 if doubtful else 0.94))
        now_s += word_s
        if word.endswith(".") and place > 10:
            speech.append((round(began_s, 2), round(now_s, 2)))
            now_s += pause_s
            began_s = now_s
    if began_s < now_s - pause_s:
        speech.append((round(began_s, 2), round(now_s, 2)))
    return Transcript(tuple(words), tuple(speech), round(now_s, 2), "whisper tiny.en")


TRANSCRIPT = spoken(SAID)


def evidence(transcript: Transcript, text: str) -> Evidence:
    """Return the evidence that quotes this text of a transcript."""
    wanted = text.split()
    said = [word.text for word in transcript.words]
    for start in range(len(said) - len(wanted) + 1):
        if said[start : start + len(wanted)] == wanted:
            return Evidence(start, start + len(wanted), text)
    raise ValueError(text)


def _verdict(name: str, verdict: Verdict, sure: float, wrong: float, *quotes: str, claim: str = "") -> PointVerdict:
    found = tuple(evidence(TRANSCRIPT, quote) for quote in quotes)
    return PointVerdict(KeyPointId(name), verdict, sure, wrong, found, claim)


ASSESSMENT = Assessment(
    verdicts=(
        _verdict(
            "independent",
            Verdict.COVERED,
            0.94,
            0.01,
            "bagging trains many models at the same time, each on a random sample of the data drawn with replacement,",
        ),
        _verdict(
            "in-turn",
            Verdict.COVERED,
            0.91,
            0.02,
            "one after another, so each new model looks at the examples that the earlier ones got wrong.",
        ),
        _verdict(
            "variance-bias",
            Verdict.CONTRADICTED,
            0.2,
            0.9,
            "So bagging mostly lowers the bias and boosting the variance.",
            claim="bagging mainly lowers bias and boosting mainly lowers variance",
        ),
        _verdict(
            "weights", Verdict.PARTLY, 0.52, 0.03, "and then you average them.", "and at the end you add them up."
        ),
        _verdict("examples", Verdict.MISSED, 0.04, 0.01),
        _verdict("noise", Verdict.UNSURE, 0.5, 0.05, "boosting, I think, is a bit worse when the labels are noisy."),
    ),
    score=54,
    score_low=46,
    score_high=61,
    assessor=ASSESSOR,
)
DELIVERY = Delivery(
    words=len(TRANSCRIPT.words),
    duration_s=TRANSCRIPT.duration_s,
    pace_wpm=112,
    long_pauses=2,
    longest_pause_s=3.2,
    fillers=(Filler("um", 4, 5), Filler("um", 53, 54), Filler("I think", 74, 76)),
    latency_s=2.1,
)


def levels(duration_s: float, pauses: Sequence[Pause] = ()) -> tuple[float, ...]:
    """Return a level envelope that rises and falls as speech does, and is quiet in pauses."""

    def level_db(at_s: float) -> float:
        if any(pause.start_s <= at_s < pause.end_s for pause in pauses):
            return -56.0
        n = at_s / 0.05
        return -32 + 13 * math.sin(n / 4.7) * math.sin(n / 31) + 7 * math.sin(n / 1.7)

    return tuple(level_db(n * 0.05) for n in range(int(duration_s / 0.05)))


def take(position: int, of: Question, state: TakeState = TakeState.COMPLETE, duration_s: float = 52.0) -> Take:
    """Return a take of a question."""
    audio = f"t{position}.wav" if state in (TakeState.COMPLETE, TakeState.RECOVERED) else ""
    return Take(
        id=TakeId(f"s1-{position + 1:02d}-1"),
        session=SessionId("s1"),
        question=of.id,
        position=position,
        attempt=1,
        started_at=NOON + timedelta(minutes=3 * position),
        state=state,
        audio=audio,
        rate_hz=16_000 if audio else 0,
        duration_s=duration_s if state is not TakeState.SKIPPED else 0.0,
        levels_db=levels(duration_s) if audio else (),
        device="Built-in microphone",
    )


BAGGING_TAKE = replace(
    take(0, BAGGING, duration_s=TRANSCRIPT.duration_s), levels_db=levels(TRANSCRIPT.duration_s, TRANSCRIPT.pauses)
)
ANSWER = AnswerView(
    answer=Answer(BAGGING_TAKE, BAGGING, TRANSCRIPT, ASSESSMENT, {KeyPointId("examples"): Verdict.PARTLY}),
    audio=Path("t0.wav"),
    delivery=DELIVERY,
    previous_score=31,
    attempt=3,
)
UNSURE_ANSWER = replace(
    ANSWER,
    answer=replace(
        ANSWER.answer,
        assessment=replace(
            ASSESSMENT,
            verdicts=(
                _verdict(
                    "independent",
                    Verdict.UNSURE,
                    0.5,
                    0.05,
                    "bagging trains many models at the same time,",
                    "a random sample of the data drawn with replacement,",
                ),
                _verdict("in-turn", Verdict.UNSURE, 0.5, 0.05, "Boosting on the other hand trains them"),
                _verdict(
                    "variance-bias", Verdict.CONTRADICTED, 0.2, 0.9, "bagging mostly lowers the bias", "the variance."
                ),
                _verdict("weights", Verdict.UNSURE, 0.5, 0.05),
                *ASSESSMENT.verdicts[4:],
            ),
        ),
        own_verdicts={KeyPointId("in-turn"): Verdict.COVERED, KeyPointId("noise"): Verdict.MISSED},
    ),
)
EDITED_ANSWER = replace(
    ANSWER,
    answer=replace(
        ANSWER.answer,
        transcript=edited(TRANSCRIPT, SAID.replace("Boosting on the other hand", "AdaBoost, however,")),
        heard=TRANSCRIPT,
        assessment=replace(ASSESSMENT, verdicts=ASSESSMENT.verdicts[:1]),
    ),
)
HEARD_AS_ANSWER = replace(
    ANSWER,
    answer=replace(
        ANSWER.answer,
        transcript=spoken(SAID.replace("Boosting on", "Adda boost on")),
        assessment=replace(ASSESSMENT, verdicts=ASSESSMENT.verdicts[:1]),
    ),
    heard_as=(HeardAs(29, 31, "AdaBoost"),),
)
UNJUDGED = replace(ANSWER, answer=replace(ANSWER.answer, own_verdicts={}))
TYPED_ANSWER = AnswerView(
    answer=Answer(
        take(0, BAGGING, TakeState.TYPED, 64.0),
        BAGGING,
        typed_transcript(SAID),
        ASSESSMENT,
    ),
)
SILENT_ANSWER = AnswerView(
    answer=Answer(
        take(1, CONFUSION, duration_s=6.0),
        CONFUSION,
        Transcript((), (), 6.0, "whisper tiny.en"),
        not_graded("I heard nothing.", ASSESSOR),
    ),
    audio=Path("t1.wav"),
    delivery=Delivery(0, 6.0, None, None, None, (), None),
)
FAILED_ANSWER = AnswerView(
    answer=Answer(take(2, CROSS, duration_s=48.0), CROSS),
    audio=Path("t2.wav"),
    failure="The recogniser's model is missing. Run mlprep-gui models --repair; the recording is safe.",
)
PENDING_ANSWER = AnswerView(Answer(take(3, TRADEOFF, duration_s=71.0), TRADEOFF), Path("t3.wav"), pending=True)
SKIPPED_ANSWER = AnswerView(answer=Answer(take(4, GANS, TakeState.SKIPPED), GANS))


def graded(position: int, of: Question, verdicts: Sequence[Verdict], score: float, duration_s: float) -> AnswerView:
    """Return a graded answer whose words repeat the key points."""
    text = " ".join(key_point.statement for key_point in of.key_points)
    transcript = spoken(text)
    found = tuple(
        PointVerdict(
            key_point.id,
            verdict,
            0.9 if verdict is Verdict.COVERED else 0.2,
            0.9 if verdict is Verdict.CONTRADICTED else 0.05,
            () if verdict is Verdict.MISSED else (evidence(transcript, key_point.statement),),
        )
        for key_point, verdict in zip(of.key_points, verdicts, strict=True)
    )
    grade = Assessment(found, score, score - 7, score + 6, ASSESSOR)
    answer = Answer(take(position, of, duration_s=duration_s), of, transcript, grade)
    return AnswerView(answer, Path(f"t{position}.wav"), replace(DELIVERY, fillers=()))


COVERED, PARTLY, MISSED, CONTRADICTED, UNSURE = Verdict
CONFUSION_ANSWER = graded(1, CONFUSION, (COVERED, CONTRADICTED, COVERED, MISSED), 44, 80)
CROSS_ANSWER = graded(2, CROSS, (COVERED, PARTLY, MISSED), 61, 65)
TRADEOFF_ANSWER = graded(3, TRADEOFF, (COVERED, COVERED, COVERED), 92, 94)

REGRADED_ANSWER = replace(
    ANSWER,
    answer=replace(
        ANSWER.answer,
        graded_at=NOON + timedelta(days=40),
        earlier=(
            EarlierGrade(
                NOON,
                BAGGING,
                replace(
                    ASSESSMENT,
                    score=62,
                    score_low=55,
                    score_high=70,
                    verdicts=(
                        *ASSESSMENT.verdicts[:2],
                        replace(ASSESSMENT.verdicts[2], verdict=UNSURE),
                        *ASSESSMENT.verdicts[3:],
                    ),
                ),
            ),
            EarlierGrade(NOON - timedelta(days=1), BAGGING, not_graded("Too little was said to grade.", "hybrid 0")),
        ),
    ),
)

SESSION = Session(
    SessionId("s1"),
    Mode.PRACTICE,
    NOON,
    (BAGGING, CONFUSION, CROSS, TRADEOFF, GANS),
    30.0,
    SessionState.FINISHED,
    NOON + timedelta(minutes=16),
)
REPORT_ANSWERS = (ANSWER, CONFUSION_ANSWER, CROSS_ANSWER, TRADEOFF_ANSWER, SKIPPED_ANSWER)


def session_view(answers: Sequence[AnswerView] = REPORT_ANSWERS, *, is_report: bool = False) -> SessionView:
    """Return a session with answers."""
    return SessionView(SessionRecord(SESSION, tuple(view.answer for view in answers)), tuple(answers), is_report)


REPORT = session_view(is_report=True)
SESSION_VIEW = session_view()
REGRADED_SESSION = session_view((REGRADED_ANSWER, *REPORT_ANSWERS[1:]))
# The microphone was not there; the question was then answered by typing.
EMPTY_TRY = AnswerView(answer=Answer(take(0, BAGGING, TakeState.SKIPPED), BAGGING))
SECOND_TRY = replace(
    ANSWER, answer=replace(ANSWER.answer, take=replace(ANSWER.answer.take, id=TakeId("s1-01-2"), attempt=2))
)
TRIED_TWICE = session_view((EMPTY_TRY, SECOND_TRY, CONFUSION_ANSWER))
UNGRADED_SESSION = session_view((SILENT_ANSWER, FAILED_ANSWER, PENDING_ANSWER, SKIPPED_ANSWER))


def summary(
    name: str, days_ago: int, first: str, mode: Mode = Mode.PRACTICE, score: float | None = 58.0
) -> SessionSummary:
    """Return one line of the session list."""
    return SessionSummary(
        id=SessionId(name),
        mode=mode,
        state=SessionState.FINISHED,
        started_at=NOON - timedelta(days=days_ago),
        answered=4,
        questions=5,
        duration_s=960,
        mean_score=score,
        first_prompt=first,
        recovered=0,
    )


SUMMARIES = (
    summary("s1", 0, BAGGING.prompt),
    summary("s2", 0, CROSS.prompt, Mode.MOCK, 66.0),
    replace(summary("s3", 2, TUNING.prompt, score=None), recovered=1, state=SessionState.ENDED_EARLY, answered=1),
    summary("s4", 5, GANS.prompt, Mode.MOCK, 71.0),
    replace(summary("s5", 18, TRADEOFF.prompt, score=49.0), questions=1, answered=1, duration_s=95),
)


def line(name: str, of: Question, *, days_ago: int = 0, score: float | None = 54.0, **changes: Any) -> AnswerLine:
    """Return one answer of the review list."""
    session = name.partition("-")[0]
    verdicts = VERDICTS[: len(of.key_points)] if score is not None else ()
    made = AnswerLine(
        take=TakeId(name),
        session=SessionId(session),
        question=of.id,
        prompt=of.prompt,
        topic=of.topic,
        started_at=NOON - timedelta(days=days_ago),
        state=TakeState.COMPLETE,
        audio=f"{name}.wav",
        duration_s=52.0,
        score=score,
        score_low=(score or 0.0) - 8,
        score_high=(score or 0.0) + 7,
        verdicts=verdicts,
        opening="So bagging trains many models on bootstrap samples and averages them, which mostly lowers the bias.",
    )
    return replace(made, **changes)


def said(text: str, word: str, at_s: float = 36.4) -> Found:
    """Return words that were found in what was said."""
    start = text.index(word)
    return Found(Place.HEARD, text, ((start, start + len(word)),), at_s)


VERDICTS = (
    Verdict.COVERED,
    Verdict.COVERED,
    Verdict.CONTRADICTED,
    Verdict.PARTLY,
    Verdict.MISSED,
    UNSURE,
)
ARCHIVE_LINES: tuple[ArchiveLine, ...] = (
    SUMMARIES[0],
    line("s1-0", BAGGING, bookmarked=True),
    line("s1-1", CONFUSION, score=71.0, opening="A table of what was predicted against what is true.", note="Draw it"),
    line("s1-2", GANS, score=None, reason="Too little was said to grade.", opening="Two networks."),
    SUMMARIES[1],
    line("s2-0", CROSS, score=82.0, opening="You split the data into folds."),
    SUMMARIES[2],
    line("s3-0", TUNING, days_ago=2, score=None, state=TakeState.RECOVERED, opening=""),
    SUMMARIES[3],
    line("s4-0", GANS, days_ago=5, score=100.0, audio="", duration_s=0.0, opening="A generator makes samples."),
    SUMMARIES[4],
)
EXTENT = ArchiveExtent(("core-30",), ("Ensembles", "Evaluation"), NOON - timedelta(days=40), len(SUMMARIES), 17)
REVIEW = ArchiveView(ArchiveChoice(), ARCHIVE_LINES, NOON.date(), 17, has_more=False, extent=EXTENT)
REVIEW_EMPTY = ArchiveView(ArchiveChoice(), (), NOON.date())
LONG_SAID = "…if the model is too flexible then the variance goes up, so it changes a lot with every new sample of data"
REVIEW_SEARCH = replace(
    REVIEW,
    choice=ArchiveChoice(text="variance", period="2026-11"),
    count=5,
    lines=(
        line("s1-0", BAGGING, found=said("So bagging mostly lowers the bias and boosting the variance.", "variance")),
        line("s3-0", TRADEOFF, days_ago=2, score=71.0, found=said(LONG_SAID, "variance", 22.0), bookmarked=True),
        line(
            "s3-1", TUNING, days_ago=2, score=48.0, found=said("more trees mostly lower the variance", "variance", 62)
        ),
        line(
            "s5-1",
            TRADEOFF,
            days_ago=5,
            score=None,
            reason="Too little was said to grade.",
            state=TakeState.RECOVERED,
            found=Found(Place.QUESTION, TRADEOFF.prompt, ((13, 21),)),
        ),
        line("s5-0", CROSS, days_ago=18, score=82.0, found=Found(Place.NOTE, "it lowers the variance", ((14, 22),))),
    ),
    playing="s3-0",
)
REVIEW_NOTHING = replace(REVIEW, choice=ArchiveChoice(text="xylophone"), count=0, lines=())


def stale(assessor: int = 0, changed: int = 0, ungraded: int = 0) -> Stale:
    """Return so many answers that can be graded again, for each reason."""
    reasons = (Reason.ASSESSOR,) * assessor + (Reason.QUESTION,) * changed + (Reason.UNGRADED,) * ungraded
    return Stale(tuple(StaleAnswer(TakeId(f"t{n}"), BAGGING.id, reason) for n, reason in enumerate(reasons)))


REGRADE_OFFER = RegradeView(stale(12))
REGRADE_RUNNING = RegradeView(tally=RegradeTally(12, graded=4), running=True)
REGRADE_RESULT = RegradeView(
    tally=RegradeTally(
        14,
        graded=12,
        first=1,
        rose=3,
        fell=2,
        failed=(
            RegradeFailure(TakeId("t2"), CROSS.prompt, "The recording of this answer cannot be read."),
            RegradeFailure(TakeId("t3"), GANS.prompt, "The recording of this answer cannot be read."),
        ),
        gone=1,
    ),
)

PLAN = PlanView(
    settings=PlanSettings(date(2026, 12, 4)),
    due=7,
    done=2,
    next_day=date(2026, 11, 22),
    new=8,
    days_left=12,
    to_repeat=22,
    needed_a_day=2,
    amount=5,
    leeches=(
        LeechLine(BAGGING, BAGGING.key_points[2].statement, 4),
        LeechLine(GANS, "", 5),
        LeechLine(CROSS, CROSS.key_points[0].statement, 6),
    ),
)
HOME = HomeView(
    today=date(2026, 11, 22),
    suggested=(
        SuggestedLine(BAGGING, "You missed four of six on Tuesday.", Verdict.MISSED, 3),
        SuggestedLine(CONFUSION, "Say only these two: you missed them on Thursday.", Verdict.MISSED, 2),
        SuggestedLine(TRADEOFF, "Said well 12 days ago. Once more before it fades.", Verdict.COVERED, 3),
        SuggestedLine(GANS, "New, from Deep learning.", None, 3),
        SuggestedLine(TRANSFER, "New, from Deep learning.", None, 3),
    ),
    minutes=15,
    practised=22,
    total=30,
    last=summary("s4", 2, BAGGING.prompt),
    week_min=(0, 22, 9, 27, 18, 0, 0),
    plan=PLAN,
)
HOME_DONE = replace(
    HOME, plan=replace(PLAN, due=0, done=5, is_more=True, next_day=date(2026, 11, 23), needed_a_day=9, leeches=())
)
HOME_EMPTY = HomeView(
    today=date(2026, 11, 22),
    suggested=tuple(SuggestedLine(each, f"New, from {each.topic}.", None, 3) for each in (CONFUSION, CROSS, TRADEOFF)),
    minutes=8,
    practised=0,
    total=30,
)
HOME_NOTICE = replace(
    HOME,
    notices=(NoticeView("The recogniser's model is missing. You can record now, and grade later.", "warning"),),
)

VOICES = (
    VoiceInfo("hibari:default", "Natural voice, American English", "en-US"),
    VoiceInfo("system:en", "English (eSpeak NG)", "en-GB"),
)
MICROPHONES = (InputDevice("mic0", "Built-in microphone", True), InputDevice("mic1", "USB headset", False))
TOPICS = ("Foundations", "Evaluation", "Ensembles", "Deep learning", "Classical models")
SETUP = SetupView(
    choice=SetupChoice(packs=("core-30",), topics=("Ensembles", "Evaluation"), count=5, voice="hibari:default"),
    packs=(PACK,),
    topics=TOPICS,
    questions=QUESTIONS[:5],
    available=30,
    total_s=900.0,
    ends_at=NOON + timedelta(minutes=15),
    voices=VOICES,
    microphones=MICROPHONES,
    contrasts=("Bagging / boosting", "L1 / L2", "Classification / regression", "PCA / feature selection"),
)
SETUP_CONTRAST = replace(
    SETUP,
    choice=replace(SETUP.choice, packs=(), topics=(), contrasts=("Bagging / boosting",)),
    questions=(BAGGING, TUNING),
    available=2,
    total_s=380.0,
    ends_at=NOON + timedelta(seconds=380),
)
FIRST_START = FirstStartView(Settings(), HOME.today, PlanSettings(date(2026, 12, 4)), VOICES, MICROPHONES, True)
SETUP_MOCK = replace(SETUP, choice=replace(SETUP.choice, mode=Mode.MOCK, programme="phone_screen"))
SETUP_NONE = replace(SETUP, questions=(), available=0, total_s=0.0, voices=(), microphones=(), packs=(PACK, OWN_PACK))


def round_view(phase: Phase, **changes: Any) -> RoundView:
    """Return a round in a phase, with the changes on top."""
    base = RoundView(
        phase=phase,
        mode=Mode.PRACTICE,
        index=1,
        count=6,
        question=BAGGING,
        think_s=30.0,
        think_left_s=18.0,
        spent_s=31.0,
        limit_s=90.0,
        microphones=MICROPHONES,
    )
    return replace(base, **changes)


ASKING = round_view(Phase.ASKING, spoken=(12, 22))
THINKING = round_view(Phase.THINKING)
CAPTION = Caption(TRANSCRIPT.words[:46], TRANSCRIPT.words[46:53], heard_s=30.0)
ANSWERING = round_view(Phase.ANSWERING, listening=True, caption=CAPTION)
HELD = replace(ANSWERING, listening=False, paused=True, push_to_talk=True)
OPENING = round_view(
    Phase.OPENING,
    mode=Mode.MOCK,
    index=0,
    programme="phone_screen",
    speech="Hello, and welcome to this phone screen. We have 20 minutes for 6 questions. Feedback comes at the end.",
    spoken=(7, 10),
)
OVER = round_view(Phase.ANSWERING, listening=True, spent_s=104.0, warned=True, caption=CAPTION)
UNCAPTIONED = round_view(Phase.ANSWERING, listening=True)
LOST = round_view(
    Phase.LOST,
    kept_s=31.0,
    device_error=DeviceError("The microphone was unplugged.", "Plug it in again, or choose another one."),
)
MUTED = round_view(
    Phase.ANSWERING, listening=True, hearing=Hearing.SILENT, notice=hearing_notice(Hearing.SILENT), spent_s=4.0
)
TYPING_ON = round_view(
    Phase.TYPING, said="Bagging trains its models independently, each on its own bootstrap sample,", spent_s=38.0
)
FEEDBACK = round_view(Phase.FEEDBACK, answer=ANSWER)

PROBED = tuple(
    replace(each, probe="Which well-known models are built on each of the two?") for each in BAGGING.key_points
)
PROBE = replace(BAGGING, key_points=PROBED).follow_up(KeyPointId("examples"))
FOLLOW_UP_ASKING = round_view(Phase.ASKING, question=PROBE, spoken=(4, 9), is_follow_up=True, think_s=10.0)
FOLLOW_UP_THINKING = round_view(
    Phase.THINKING, question=PROBE, is_follow_up=True, think_s=10.0, think_left_s=7.0, limit_s=20.0
)
JUDGING = round_view(Phase.JUDGING, answer=UNJUDGED)
FOLLOW_UP_SAID = spoken("A random forest is bagging, and gradient boosting or XGBoost is boosting.")
FOLLOW_UP_ANSWER = AnswerView(
    Answer(
        replace(take(5, BAGGING, duration_s=8.0), position=6),
        PROBE,
        FOLLOW_UP_SAID,
        Assessment(
            (
                PointVerdict(
                    KeyPointId("examples"),
                    Verdict.COVERED,
                    0.95,
                    0.01,
                    (evidence(FOLLOW_UP_SAID, "A random forest is bagging,"),),
                ),
            ),
            100.0,
            90.0,
            100.0,
            ASSESSOR,
        ),
    ),
    audio=Path("t5.wav"),
)
FOLLOWED_ANSWER = replace(
    UNJUDGED,
    follow_ups=(FOLLOW_UP_ANSWER,),
    answer=replace(
        UNJUDGED.answer,
        judged_first={each.id: each.id not in ("weights", "examples", "in-turn") for each in BAGGING.key_points},
    ),
)
FOLLOWED = round_view(Phase.FEEDBACK, answer=FOLLOWED_ANSWER)

FINDINGS = (
    Finding("mine.yaml", 14, "The key point “cost” has no weight above 0.", "Write a weight of 1 or more."),
    Finding("old.yaml", 1, "The pack has no id.", "Add a line such as “id: my-pack” under “pack”."),
)
QUESTIONS_VIEW = QuestionsView(
    packs=(PACK,),
    scores={"bagging-boosting": 54.0, "confusion-matrix": 44.0, "bias-variance": 92.0},
    user_packs=Path("questions"),
    plans={
        "bagging-boosting": QuestionPlanView(
            "Due since 20 November. You missed four of six on Tuesday.", Rating.HARD, is_corrected=True, can_reset=True
        ),
        "gans": QuestionPlanView("Suspended: it does not come up until you bring it back.", is_suspended=True),
        "tuning": QuestionPlanView("New: it comes up when nothing is due.", is_reset=True, is_buried=True),
    },
)
QUESTIONS_BROKEN = replace(QUESTIONS_VIEW, errors=FINDINGS)
QUESTIONS_EMPTY = QuestionsView(packs=(), user_packs=Path("questions"))

AS_SHIPPED = CalibrationView(
    "Verdicts are as shipped.",
    "30 own verdicts on 5 answers are needed; there are 12 on 3. Set your own verdict on points, also where you agree.",
)
ADJUSTED = CalibrationView(
    "Verdicts are adjusted to 46 of your own, on 9 answers.",
    "Adjusted to 46 of your verdicts on 9 answers: on answers that it was not fitted to, it disagrees with you on 9"
    " points instead of 14.5 (difference ± 2.1; near misses count half).",
    can_undo=True,
)
