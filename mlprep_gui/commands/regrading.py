"""Grade again what is saved."""

import argparse
import json
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from mlprep_gui.bank import Library
from mlprep_gui.commands.exit_codes import DONE, FINDINGS
from mlprep_gui.commands.models import chosen_recogniser
from mlprep_gui.commands.questions import open_library, report_errors
from mlprep_gui.domain.assessment import Assessment
from mlprep_gui.domain.errors import MLPrepError
from mlprep_gui.domain.regrading import RegradeTally, StaleAnswer
from mlprep_gui.paths import Paths
from mlprep_gui.ports import Grader

if TYPE_CHECKING:
    from mlprep_gui.store import Store


def regrade(options: argparse.Namespace, paths: Paths) -> int:
    """Grade saved answers again, one at a time; each is kept at once, so that an interruption loses nothing."""
    library = open_library(paths)
    report_errors(library)
    wanted = (library.find(options.question),) if options.question else library.questions
    if not paths.database.exists():
        return _report_regrading(RegradeTally(0), [], as_json=options.json)
    from mlprep_gui.speech.process import SpeechProcess
    from mlprep_gui.store import Store

    with ExitStack() as open_until_the_end:
        store = Store.open(paths.database, paths.backups)
        open_until_the_end.callback(store.close)
        grader = SpeechProcess(paths.models, paths.resources, paths.cache, paths.calibration, paths.recognisers)
        grader.use(chosen_recogniser(paths))
        open_until_the_end.callback(grader.close)
        for notice in store.notices:
            print(f"mlprep-gui: {notice}", file=sys.stderr)
        stale = store.stale_answers(grader.assessor(), wanted, everything=options.all)
        tally = RegradeTally(len(stale.answers), gone=0 if options.question else stale.gone)
        records: list[dict[str, Any]] = []
        try:
            for one in stale.answers:
                tally, record = _regrade_one(one, tally, store, grader, library, paths)
                records.append(record)
                change = record.get("error") or f"{record['score_before']} -> {record['score']}"
                print(f"{tally.done} of {tally.total}  {one.question}: {change}", file=sys.stderr)
        except KeyboardInterrupt:
            print(f"{tally.graded} of {tally.total} graded again; the others are as they were.", file=sys.stderr)
            raise
    return _report_regrading(tally, records, as_json=options.json)


def _regrade_one(
    stale: StaleAnswer, tally: RegradeTally, store: "Store", grader: Grader, library: Library, paths: Paths
) -> tuple[RegradeTally, dict[str, Any]]:
    """Grade one answer again; one that fails keeps its old assessment."""
    from mlprep_gui.speech.grading import grade_kept

    question, answer = library.find(stale.question), store.answer(stale.take)
    assert answer is not None  # nobody else can have deleted it: the database is open here alone
    before = answer.assessment
    record: dict[str, Any] = {"take": stale.take, "question_id": question.id, "reason": str(stale.reason)}
    try:
        graded = grade_kept(grader, answer, question.like(answer.question), library.questions, paths.takes)
        store.keep_grade(graded)
    except MLPrepError as error:
        return tally.with_failure(stale.take, question.prompt, str(error)), {**record, "error": str(error)}
    if graded.transcript is not None and graded.transcript.notice:
        print(f"mlprep-gui: {graded.transcript.notice}", file=sys.stderr)
    after = graded.assessment
    assert after is not None
    record |= {"score_before": _shown_score(before), "score": _shown_score(after), "assessor": after.assessor}
    return tally.with_grade(before, after), record


def _shown_score(assessment: Assessment | None) -> float | None:
    return round(assessment.score, 1) if assessment is not None and assessment.graded else None


def _report_regrading(tally: RegradeTally, records: Sequence[dict[str, Any]], *, as_json: bool) -> int:
    counts = {"total": tally.total, "graded": tally.graded, "first": tally.first, "rose": tally.rose}
    counts |= {"fell": tally.fell, "failed": len(tally.failed), "gone": tally.gone}
    if as_json:
        print(json.dumps({**counts, "answers": records}, ensure_ascii=False, indent=1))
    else:
        print(
            f"{tally.graded} of {tally.total} answers graded again: {tally.rose} scores rose, {tally.fell} fell,"
            f" {tally.first} graded for the first time, {len(tally.failed)} could not be graded."
        )
        if tally.gone:
            print(f"{tally.gone} answers keep their old verdicts: their question is no longer there.")
    return FINDINGS if tally.failed else DONE
