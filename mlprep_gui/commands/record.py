"""An assessment, as JSON and as text."""

from dataclasses import asdict
from typing import Any

from mlprep_gui.domain.assessment import Assessment
from mlprep_gui.domain.question import Question


def as_record(assessment: Assessment) -> dict[str, Any]:
    """Return an assessment as the command line prints it; numbers are null where nothing was graded."""
    graded = assessment.graded
    return {
        "graded": graded,
        "reason": assessment.reason,
        "score": round(assessment.score, 1) if graded else None,
        "score_low": round(assessment.score_low, 1) if graded else None,
        "score_high": round(assessment.score_high, 1) if graded else None,
        "key_points": [
            {
                "id": verdict.key_point,
                "verdict": str(verdict.verdict),
                "p_covered": round(verdict.p_covered, 4),
                "p_contradicted": round(verdict.p_contradicted, 4),
                "evidence": asdict(verdict.evidence[0]) if verdict.evidence else None,
                "evidence_also": asdict(verdict.evidence[1]) if len(verdict.evidence) > 1 else None,
                "wrong_claim": verdict.wrong_claim or None,
            }
            for verdict in assessment.verdicts
        ],
        "assessor": assessment.assessor,
    }


def print_assessment(question: Question, assessment: Assessment) -> None:
    """Print an assessment for reading."""
    print(question.prompt)
    if not assessment.graded:
        print(f"Not graded. {assessment.reason}")
        return
    low, high = assessment.score_low, assessment.score_high
    print(f"Score {assessment.score:.0f} of 100, likely {low:.0f} to {high:.0f}.")
    for point, verdict in zip(question.key_points, assessment.verdicts, strict=True):
        print(f"  {verdict.verdict:12} {point.statement}")
        if verdict.evidence:
            said = " … ".join(stretch.text for stretch in verdict.evidence)
            print(f'  {"":12} "{said}"')
        if verdict.wrong_claim:
            print(f'  {"":12} This sounds like the reverse: "{verdict.wrong_claim.rstrip(".")}".')
