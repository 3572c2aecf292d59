"""Who may do what; what nobody thought of, nobody may do."""

import pytest

from bot.domain.policy import (
    NEEDS,
    Actor,
    ManagersOnly,
    NotForOutsiders,
    Place,
    Profile,
    Role,
    SharedChannel,
    may,
    require,
    role_of,
)


def somebody(role: Role) -> Actor:
    return Actor("T1", "U1", "Somebody", role)


@pytest.mark.parametrize("action", NEEDS)
def test_an_outsider_may_do_nothing_and_an_admin_everything(action: str) -> None:
    assert not may(somebody(Role.OUTSIDER), action)
    assert may(somebody(Role.ADMIN), action)


def test_an_action_without_a_rule_is_refused_to_everybody() -> None:
    assert not may(somebody(Role.ADMIN), "customer.sell")


def test_nobody_names_customers_where_another_organisation_reads_along() -> None:
    assert not may(somebody(Role.ADMIN), "visit.log", Place(shared=True))
    with pytest.raises(SharedChannel):
        require(somebody(Role.ADMIN), "visit.log", Place(shared=True))


def test_a_refusal_fits_who_is_refused() -> None:
    require(somebody(Role.MANAGER), "customer.forget")
    with pytest.raises(ManagersOnly):
        require(somebody(Role.STAFF), "customer.forget")
    with pytest.raises(NotForOutsiders):
        require(somebody(Role.OUTSIDER), "customer.see")


@pytest.mark.parametrize(
    ("flags", "team", "before", "role"),
    [
        (set(), "T1", None, Role.STAFF),
        (set(), "", None, Role.STAFF),
        (set(), "T1", Role.MANAGER, Role.MANAGER),
        ({"is_admin"}, "T1", None, Role.ADMIN),
        ({"is_owner"}, "T1", Role.STAFF, Role.ADMIN),
        (set(), "T1", Role.ADMIN, Role.MANAGER),
        ({"is_bot"}, "T1", None, Role.OUTSIDER),
        ({"is_restricted"}, "T1", Role.MANAGER, Role.OUTSIDER),
        ({"is_ultra_restricted"}, "T1", None, Role.OUTSIDER),
        ({"deleted"}, "T1", Role.ADMIN, Role.OUTSIDER),
        ({"is_stranger"}, "T2", None, Role.OUTSIDER),
        (set(), "T2", None, Role.OUTSIDER),
        ({"is_admin"}, "T2", None, Role.OUTSIDER),
    ],
)
def test_slacks_word_decides_the_role(flags: set[str], team: str, before: Role | None, role: Role) -> None:
    profile = Profile("U1", team, "Somebody", flags=frozenset(flags))
    assert role_of(profile, "T1", before) is role
