"""The program without its window: what is loaded, what is kept, and the round that runs."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from mlprep_gui import settings as settings_file
from mlprep_gui.app import planner, resting
from mlprep_gui.app.answers import Past
from mlprep_gui.app.archive import ArchiveController
from mlprep_gui.app.calibrator import Calibrator
from mlprep_gui.app.exporter import Exporter
from mlprep_gui.app.from_file import bring_in, keep_as_session, new_session_id
from mlprep_gui.app.interviewer import INTRODUCTION
from mlprep_gui.app.jobs import JobRunner, Lane
from mlprep_gui.app.keeping import Keeping
from mlprep_gui.app.plan_keeper import PlanKeeper, read_plan
from mlprep_gui.app.progress import ProgressController
from mlprep_gui.app.recognisers import Recognisers
from mlprep_gui.app.regrading import Regrading
from mlprep_gui.app.review_controller import ReviewController
from mlprep_gui.app.round_controller import RoundController, RoundServices
from mlprep_gui.app.said_below import in_words
from mlprep_gui.app.sample import Sample
from mlprep_gui.app.speaker import Speaker, VoiceChoice
from mlprep_gui.app.undoing import Undoing
from mlprep_gui.app.views import NoticeView, SetupChoice
from mlprep_gui.audio.wav import repair
from mlprep_gui.bank import Library, load_library
from mlprep_gui.domain.errors import InputError, MLPrepError
from mlprep_gui.domain.progress import MissedPoint
from mlprep_gui.domain.question import QuestionId
from mlprep_gui.domain.session import QuestionHistory, RoundPlan, SessionSummary, Take
from mlprep_gui.paths import Paths
from mlprep_gui.ports import CapturedAudio, Clock, Grader, Microphone, ModelFetcher, Player, Voice, VoiceInfo
from mlprep_gui.schedule import Plan
from mlprep_gui.settings import Settings
from mlprep_gui.speech.catalogue import BUILT_IN
from mlprep_gui.store import Store

if TYPE_CHECKING:
    from mlprep_gui.app.awake import Awake  # there is no session bus to talk to on other systems than Linux

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Equipment:
    """The devices and engines of the program.

    Attributes:
        play_cue: gives a short sound and never fails.
        devices_changed: signal of a microphone coming or going, where there can be one.
        fetcher: downloads a recogniser, when the learner asks for it; None where that is not offered.
        awake: keeps the screen on in a round; None where that is not wanted.
    """

    microphone: Microphone
    player: Player
    voice: Voice
    grader: Grader
    clock: Clock
    play_cue: Callable[[str], None]
    devices_changed: SignalInstance | None = None
    fetcher: ModelFetcher | None = None
    awake: "Awake | None" = None


@dataclass(frozen=True, slots=True)
class _Opened:
    store: Store
    library: Library
    recovered: tuple[Take, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    histories: dict[QuestionId, QuestionHistory]
    sessions: tuple[SessionSummary, ...]
    plan: Plan


def _load(paths: Paths) -> Library:
    return load_library(paths.questions, paths.user_packs, contrasts=paths.resources / "contrasts.toml")


class Program(QObject):
    """Opens the store and the packs in jobs, makes the views of home, setup and questions, and starts rounds."""

    ready = Signal()
    home_changed = Signal(object)
    setup_changed = Signal(object)
    questions_changed = Signal(object)
    settings_changed = Signal(object)
    voices_changed = Signal(object)
    microphones_changed = Signal(object)
    noticed = Signal(object)
    round_started = Signal(object)

    def __init__(self, paths: Paths, settings: Settings, equipment: Equipment, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.paths = paths
        self.settings = settings
        self.equipment = equipment
        self.runner = JobRunner(self)
        self.speaker = Speaker(self.runner, equipment.voice, equipment.player, self)
        self.recognisers = Recognisers(
            self.runner, paths, equipment.grader, equipment.fetcher, settings.recogniser or BUILT_IN, self
        )
        self.recognisers.noticed.connect(self._warn)
        self.recognisers.chosen.connect(lambda name: self.set_settings(replace(self.settings, recogniser=name)))
        self.round: RoundController | None = None
        # A prompt is rendered ahead of its time, so that the voice can rest in a round, too; the models cannot.
        rest_of = (
            (Lane.SPEECH, equipment.grader.rest, lambda: self.round is not None, resting.MODELS_AFTER_MS),
            (Lane.VOICE, equipment.voice.rest, lambda: False, resting.VOICE_AFTER_MS),
        )
        for lane, rest, is_needed, after_ms in rest_of:
            resting.Resting(self.runner, lane, rest, is_needed, after_ms, self)
        sounds = paths.resources / "sounds"
        self.sample = Sample(
            self.runner, equipment.player, self.speaker, equipment.grader, equipment.clock, sounds, self
        )
        self.sample.noticed.connect(self._warn)
        self.undoing = Undoing(self)
        self.archive: ArchiveController | None = None
        self.progress: ProgressController | None = None
        self.review: ReviewController | None = None
        self.regrading: Regrading | None = None
        self.calibrator: Calibrator | None = None
        self.exporter: Exporter | None = None
        self.keeping: Keeping | None = None
        self.keeper: PlanKeeper | None = None
        self._store: Store | None = None
        self._not_opened: MLPrepError | None = None
        self._library = Library(())
        self._known = _Known({}, (), Plan())
        self._choice = planner.usual_choice(settings)
        self._agenda = self._make_agenda()
        self._is_outdated = False
        self.voices: tuple[VoiceInfo, ...] = ()
        self._notices: tuple[NoticeView, ...] = ()
        self._choose_voice()
        if equipment.devices_changed is not None:
            equipment.devices_changed.connect(self._on_devices_changed)

    def open(self) -> None:
        """Open the store and the packs; `ready` follows."""
        paths = self.paths

        def work() -> _Opened:
            store = Store.open(paths.database, paths.backups)
            recovered = store.recover(paths.takes, repair)
            return _Opened(store, _load(paths), recovered)

        self.runner.submit(work, self._on_opened, self._on_not_opened, Lane.STORE)
        self.runner.submit(self.equipment.voice.voices, self._on_voices, self._on_error, Lane.VOICE)
        self.recognisers.warn()

    def close(self) -> None:
        """Keep what runs, then end every thread and process."""
        if self.round is not None:
            self.round.abandon()
        self.speaker.stop()
        if self.exporter is not None:
            self.exporter.cancel()
        if self.keeping is not None:
            self.keeping.mover.cancel()
        self.equipment.grader.close()
        if self.equipment.fetcher is not None:
            self.equipment.fetcher.close()
        self.equipment.voice.close()
        if self._store is not None:
            self.runner.submit(self._store.close, None, None, Lane.STORE)
        self.runner.close()

    # What pages show

    def refresh(self) -> None:
        """Read again what was practised, and make the pages anew."""
        store = self._store
        if store is None:
            return

        a_week_ago = self.equipment.clock.now() - timedelta(days=7)

        def work() -> _Known:
            return _Known(dict(store.last_answers()), store.recent_sessions(a_week_ago), read_plan(store))

        self.runner.submit(work, self._on_known, self._on_error, Lane.STORE)
        if self.archive is not None:
            self.archive.refresh()

    def look_again(self) -> None:
        """Bring the plan up to date where verdicts may have changed since, or another day has begun."""
        if self._is_outdated:
            self.refresh()
        elif self._agenda.day.today != self.equipment.clock.now().astimezone().date():
            self._show_all()

    def reload_questions(self) -> None:
        """Read the packs again."""
        paths = self.paths
        self.runner.submit(lambda: _load(paths), self._on_library, self._on_error, Lane.POOL)

    def choose(self, choice: SetupChoice) -> None:
        """Take over what is chosen on the setup page, and show what follows from it."""
        self._choice = choice
        self._show_setup()

    def set_settings(self, settings: Settings) -> None:
        """Use and keep new settings."""
        if settings == self.settings:
            return
        self.settings = settings
        self._choose_voice()
        self.recognisers.set_in_use(settings.recogniser or BUILT_IN)
        if self.round is not None:
            self.round.show_captions(settings.captions)
            self.round.hold_to_talk(settings.push_to_talk)
        path = self.paths.settings_file
        self.runner.submit(lambda: settings_file.write(path, settings), None, self._on_error, Lane.STORE)
        self.settings_changed.emit(settings)

    def note_heard(self) -> None:
        """Words of the learner were understood: the microphone need not be tested first any more."""
        if not self.settings.microphone_heard:
            self.set_settings(replace(self.settings, microphone_heard=True))
            self._show_setup()

    def hear(self, voice: str) -> None:
        """Let a voice introduce itself."""
        self.speaker.choose(VoiceChoice(voice, self.settings.voice_rate))
        self.speaker.say(INTRODUCTION, INTRODUCTION)
        self._choose_voice()

    def open_sample(self) -> bool:
        """Show what becomes of an answer, on a recorded one; False when there is none to a question of the packs."""
        return self.sample.open(self._library.questions)

    # Rounds

    def start_suggested(self) -> None:
        """Start the round of the home page."""
        self.start_round(planner.suggested_round(self._agenda, planner.usual_choice(self.settings)))

    def start_chosen(self, choice: SetupChoice) -> None:
        """Start the round of the setup page, and keep its choice as the usual one."""
        self._choice = choice
        self.set_settings(planner.with_choice(self.settings, choice))
        questions = planner.choose_questions(self._library, choice, self._known.histories, self._agenda)
        self.start_round(planner.plan_round(questions, choice))

    def practise_suggested(self, question: str) -> None:
        """Start a round of one question of the home page, as it is asked there."""
        found = planner.suggested_question(self._agenda, question)
        if found is None:
            self.practise(question)
            return
        self.start_round(planner.plan_round((found,), planner.single_choice(planner.usual_choice(self.settings))))

    def practise(self, question: str) -> None:
        """Start a round of one question."""
        choice = planner.usual_choice(self.settings)
        try:
            found = self._library.find(question)
        except InputError:
            self._warn(self.tr("This question is in none of the packs any more, so it cannot be asked again."))
            return
        self.start_round(planner.plan_round((found,), planner.single_choice(choice)))

    def practise_points(self, points: Sequence[MissedPoint]) -> None:
        """Start a round that asks for some key points alone."""
        plan = planner.points_round(self._library, points, planner.usual_choice(self.settings))
        if not plan.questions:
            self._warn(self.tr("These questions are in none of the packs any more, so they cannot be asked again."))
        self.start_round(plan)

    def answer_from_file(self, question: str, source: Path) -> None:
        """Keep a recording made elsewhere as the answer to a question, then open it in review, where it is graded."""
        store, equipment, takes = self._store, self.equipment, self.paths.takes
        if self._not_opened is not None:
            self._on_error(self._not_opened)
        if store is None:
            return
        found, session = self._library.find(question), new_session_id(equipment.clock)

        def keep(audio: CapturedAudio) -> None:
            self.runner.submit(
                lambda: keep_as_session(store, equipment.clock, found, session, audio),
                lambda _: show(),
                self._on_error,
                Lane.STORE,
            )

        def show() -> None:
            self.noticed.emit(NoticeView(""))  # what was said of the copying
            self.refresh()
            if self.review is not None and self.round is None:
                self.review.open(session)

        self.noticed.emit(NoticeView(self.tr("{0} is being copied; then the answer opens.").format(source.name)))
        self.runner.submit(
            lambda: bring_in(equipment.grader, source, takes, session), keep, self._on_error, Lane.SPEECH
        )

    def start_round(self, plan: RoundPlan) -> None:
        """Start a round; `round_started` gives its controller. Without a store nothing is asked: it would be lost."""
        if self._not_opened is not None:
            self._on_error(self._not_opened)
        if self._store is None or self.round is not None or not plan.questions:
            return
        past = {
            question: Past(history.answers, history.last_score) for question, history in self._known.histories.items()
        }
        session = new_session_id(self.equipment.clock)
        services = RoundServices(
            undoing=self.undoing,
            runner=self.runner,
            store=self._store,
            speaker=self.speaker,
            player=self.equipment.player,
            microphone=self.equipment.microphone,
            grader=self.equipment.grader,
            clock=self.equipment.clock,
            takes=self.paths.takes,
            play_cue=self._cue,
            rivals=self._library.questions,
        )
        self.round = RoundController(services, session, plan, past, self.settings.microphone, self)
        self.round.finished.connect(self._on_round_finished)
        self.round.show_captions(self.settings.captions)
        self.round.hold_to_talk(self.settings.push_to_talk)
        if self.equipment.awake is not None:
            self.equipment.awake.hold(self.tr("An interview is being practised"))
        if self.regrading is not None:
            self.regrading.hold()
        self.round_started.emit(self.round)
        self.round.begin()

    # Slots

    def _on_opened(self, opened: _Opened) -> None:
        self._store = opened.store
        equipment = self.equipment
        self.review = ReviewController(
            self.runner,
            opened.store,
            equipment.player,
            self.speaker,
            equipment.grader,
            self.paths.takes,
            self.undoing,
            self,
        )
        self.archive = ArchiveController(
            self.runner, opened.store, equipment.player, equipment.clock, self.paths.takes, self.undoing, self
        )
        self.archive.removed.connect(self.refresh)
        self.archive.annotated.connect(self.review.reload)
        self.progress = ProgressController(self.runner, opened.store, equipment.clock, self)
        self.regrading = Regrading(self.runner, opened.store, equipment.grader, self.paths.takes, self)
        self.regrading.finished.connect(self._on_regraded)
        self.review.session_changed.connect(self._on_session_changed)
        self.keeper = PlanKeeper(self.runner, opened.store, equipment.clock, self)
        self.keeper.changed.connect(self.refresh)
        self.keeper.noticed.connect(self._warn)
        self.calibrator = Calibrator(self.runner, opened.store, self.paths, equipment.clock, self)
        self.exporter = Exporter(self.runner, opened.store, self.paths, equipment.clock, self)
        keeping = self.keeping = Keeping(
            self.runner, opened.store, self.speaker, equipment.player, equipment.clock, self.paths, self.settings, self
        )
        keeping.rule_chosen.connect(lambda changes: self.set_settings(replace(self.settings, **changes)))
        keeping.audio_removed.connect(self.review.reload)
        keeping.noticed.connect(self._warn)
        self.calibrator.adjusted.connect(self.regrading.look)
        self.calibrator.noticed.connect(lambda text: self.noticed.emit(NoticeView(text, "warning")))
        if self.paths.calibration.exists():  # said now when it is damaged, not after the next round
            self.calibrator.look()
        notices = [NoticeView(in_words(text), "warning") for text in opened.store.notices]
        if opened.recovered:
            count = len(opened.recovered)
            text = self.tr("{0} recordings were recovered; see Review.").format(count)
            if count == 1:
                text = self.tr("One recording was recovered; see Review.")
            notices.append(NoticeView(text))
        self._notices = tuple(notices)
        self._on_library(opened.library)
        _log.info("ready: %d questions, %d recovered takes", len(opened.library.questions), len(opened.recovered))
        self.ready.emit()
        self.refresh()
        keeping.tidy()

    def _on_not_opened(self, error: MLPrepError) -> None:
        """Show the questions all the same, and why nothing can be kept."""
        _log.warning("not opened: %s", error)
        self._not_opened = error
        self._notices = (NoticeView(in_words(error), "warning"),)
        self.reload_questions()

    def _on_library(self, library: Library) -> None:
        self._library = library
        if self.review is not None:
            self.review.rivals = library.questions
        if self.archive is not None:
            self.archive.packs = {pack.id: pack.title for pack in library.packs}
        if self.regrading is not None:
            self.regrading.questions = library.questions
        for finding in library.errors:
            _log.info("question pack: %s", finding)
        self._show_all()

    def _on_known(self, known: _Known) -> None:
        self._known, self._is_outdated = known, False
        if self.keeper is not None:
            self.keeper.plan = known.plan
        self._show_all()

    def _on_voices(self, voices: tuple[VoiceInfo, ...]) -> None:
        self.voices = voices
        self.voices_changed.emit(voices)
        self._show_setup()

    def _on_devices_changed(self) -> None:
        self.microphones_changed.emit(self.equipment.microphone.devices())
        self._show_setup()

    def _on_round_finished(self) -> None:
        if self.round is not None:
            if any(each.take.audio and each.transcript and each.transcript.words for each in self.round.state.takes):
                self.note_heard()
            self.undoing.forget(self.round)
            self.round.deleteLater()
            self.round = None
        if self.equipment.awake is not None:
            self.equipment.awake.release()
        if self.regrading is not None:
            self.regrading.release()
        self.refresh()

    def _on_session_changed(self, _view: object) -> None:
        self._is_outdated = True

    def _on_regraded(self) -> None:
        self.refresh()
        if self.review is not None:
            self.review.reload()

    def _warn(self, text: str) -> None:
        self.noticed.emit(NoticeView(text, "warning"))

    def _on_error(self, error: MLPrepError) -> None:
        self.noticed.emit(NoticeView(in_words(error), "warning"))

    def _show_all(self) -> None:
        choice = planner.usual_choice(self.settings)
        now = self.equipment.clock.now()
        known, notices = self._known, self._notices
        self._agenda = agenda = self._make_agenda()
        if self._library.errors:
            count = len({finding.file for finding in self._library.errors})
            text = self.tr("{0} question packs could not be loaded; the Questions page says why.").format(count)
            if count == 1:
                text = self.tr("One question pack could not be loaded; the Questions page says why.")
            notices = (*notices, NoticeView(text, "warning"))
        self.home_changed.emit(
            planner.home_view(self._library, choice, agenda, known.histories, known.sessions, now, notices)
        )
        self.questions_changed.emit(planner.questions_view(self._library, known.histories, agenda, self.paths))
        self._show_setup()

    def _make_agenda(self) -> planner.Agenda:
        """Return what the plan comes to today."""
        choice = planner.usual_choice(self.settings)
        return planner.make_agenda(self._known.plan, self._library, choice, self.equipment.clock.now())

    def _show_setup(self) -> None:
        view = planner.setup_view(
            self._library,
            self._choice,
            self._known.histories,
            self._agenda,
            self.equipment.clock.now(),
            self.voices,
            self.equipment.microphone.devices(),
        )
        offer_test = not self.settings.microphone_heard and bool(view.microphones) and not view.choice.typed
        self.setup_changed.emit(replace(view, offer_test=offer_test))

    def _cue(self, kind: str) -> None:
        if self.settings.cues:
            self.equipment.play_cue(kind)

    def _choose_voice(self) -> None:
        settings = self.settings
        self.speaker.choose(VoiceChoice(settings.voice, settings.voice_rate, settings.muted))
        self._choice = replace(self._choice, voice=settings.voice, microphone=settings.microphone)
