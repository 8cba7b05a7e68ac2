"""Adjust the verdicts to the learner's own."""

import argparse
import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from mlprep_gui.commands.exit_codes import DONE, FINDINGS
from mlprep_gui.domain.session import JudgedPoint
from mlprep_gui.paths import Paths

if TYPE_CHECKING:
    from mlprep_gui.assessment.calibration import Calibration


def calibrate(options: argparse.Namespace, paths: Paths) -> int:
    """Adjust the verdicts to the learner's own, undo that, or show how they stand; 1 when nothing could be changed."""
    from mlprep_gui.assessment import calibration_file
    from mlprep_gui.assessment.calibration import reliability, tally
    from mlprep_gui.assessment.model import load_model

    model = load_model(paths.resources / "assessor.json")
    for notice in calibration_file.read(paths.calibration)[1]:
        print(f"mlprep-gui: {notice}", file=sys.stderr)
    report: dict[str, Any] = {}
    code = DONE
    if options.undo:
        undone = calibration_file.undo(paths.calibration)
        report["message"] = "The last adjustment is undone." if undone else "There is no adjustment to undo."
        code = DONE if undone else FINDINGS
    else:
        points = _judged_points(paths)
        if not options.show:
            done = calibration_file.adjust(paths.calibration, points, model, datetime.now(UTC), dry_run=options.dry_run)
            report |= {"message": done.words, "outcome": str(done.outcome), "fitted": _plain(done.calibration)}
            code = DONE if done.helped else FINDINGS
        found = tally(points, model)
        report.setdefault("message", found.words)
        report |= {"own_verdicts": asdict(found), "reliability": asdict(reliability(points, model))}
    kept = calibration_file.read(paths.calibration)[0]
    report |= {"standing": calibration_file.standing(kept, model), "kept": [_plain(one) for one in kept]}
    if options.json:
        print(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        _print_calibration(report)
    return code


def _judged_points(paths: Paths) -> tuple[JudgedPoint, ...]:
    """Read the learner's verdicts; without a database there are none, and none is made."""
    if not paths.database.exists():
        return ()
    from mlprep_gui.store import Store

    store = Store.open(paths.database, paths.backups)
    for notice in store.notices:
        print(f"mlprep-gui: {notice}", file=sys.stderr)
    try:
        return store.judged_points()
    finally:
        store.close()


def _plain(calibration: "Calibration | None") -> dict[str, Any] | None:
    return asdict(calibration) | {"fitted_at": calibration.fitted_at.isoformat()} if calibration is not None else None


def _print_calibration(report: dict[str, Any]) -> None:
    print(report["message"])
    print(report["standing"])
    bins = report.get("reliability", {}).get("bins")
    if not bins:
        return
    print("\nHow likely it seemed, and how often you said it was said (partly counts half):")
    print("  likely      points  judged by you  on average  said")
    for one in bins:
        print(
            f"  {one['low']:.1f} to {one['high']:.1f}  {one['points']:6}  {one['judged']:13}"
            f"  {one['predicted']:10.2f}  {one['said']:.2f}"
        )
    print(
        f"Expected calibration error: {report['reliability']['error']:.3f}. Points that you left alone count as seen."
    )
