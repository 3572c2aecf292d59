"""What became of coupons: each counts once, however many follow-ups keep it in mind."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.coupons import CouponFigures, figures
from bot.domain.followups import FollowUp

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
WEEK_AGO = NOON - timedelta(days=7)
CODE = {"coupon": "10 %", "code": "DANA-1", "expires": "29 Jan 2027"}
GIFT = FollowUp(
    1, 7, "Dana", "gift", "Send", "open", "U1", "U1", NOON, NOON, NOON.replace(tzinfo=None), "UTC", details=CODE
)
SENT = replace(GIFT, state="done", outcome="sent", done_at=NOON)
WAITS = replace(GIFT, id=2, outcome="sent", details={**CODE, "sent": "2026-11-24"})
REDEEMED = replace(WAITS, state="done", outcome="redeemed", done_at=NOON)
REMINDER = replace(GIFT, id=3, kind="checkin", state="done", outcome="redeemed", done_at=NOON)
ENDED = replace(WAITS, state="dropped", outcome="expired", done_at=NOON)
LONG_AGO = NOON - timedelta(days=8)


@pytest.mark.parametrize(
    ("gifts", "counted"),
    [
        ([], CouponFigures()),
        ([GIFT], CouponFigures()),  # not sent yet
        ([SENT, WAITS], CouponFigures(sent=1, open=1)),
        ([SENT, REDEEMED, REMINDER], CouponFigures(sent=1, redeemed=1)),
        ([replace(GIFT, state="done", outcome="redeemed", done_at=NOON)], CouponFigures(redeemed=1)),
        ([replace(SENT, done_at=LONG_AGO), ENDED], CouponFigures(ended=1)),
        ([replace(SENT, done_at=LONG_AGO), WAITS], CouponFigures(open=1)),
        ([replace(GIFT, state="dropped", outcome="expired", done_at=NOON)], CouponFigures()),  # never sent
        ([replace(GIFT, state="dropped", outcome="dropped", done_at=NOON)], CouponFigures()),
        ([replace(SENT, details={})], CouponFigures()),  # a gift without a code is no coupon
        ([SENT, WAITS, replace(SENT, details={**CODE, "code": "ROSE-2"})], CouponFigures(sent=2, open=1)),
    ],
)
def test_coupons_are_counted_by_their_codes(gifts: list[FollowUp], counted: CouponFigures) -> None:
    assert figures(gifts, WEEK_AGO) == counted
    assert counted.any is (counted != CouponFigures())
