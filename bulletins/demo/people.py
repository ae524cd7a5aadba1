"""The people of the demo: one for each role, and the one who set the site up."""

from collections.abc import Mapping

from accounts.demo import DemoPerson
from accounts.models import User
from bulletins.models import Grant, Role
from bulletins.permissions.granting import give

ADMIN = DemoPerson("admin", "系统管理员", "演示系统管理员", is_superuser=True)
BY_ROLE: Mapping[Role, DemoPerson] = {
    Role.EDITOR: DemoPerson("bianji", "编辑", "演示编辑"),
    Role.FIRST_REVIEWER: DemoPerson("chushen", "初审", "演示初审"),
    Role.SECOND_REVIEWER: DemoPerson("fushen", "复审", "演示复审"),
    Role.FINAL_REVIEWER: DemoPerson("zhongshen", "终审", "演示终审"),
    Role.DESK: DemoPerson("zhiban", "值班编辑", "演示值班编辑"),
    Role.CONTRIBUTOR: DemoPerson("xinxiyuan", "信息员（贵州）", "演示信息员"),
    Role.ADMINISTRATOR: DemoPerson("guanliyuan", "管理员", "演示管理员"),
    Role.AUDITOR: DemoPerson("shenjiyuan", "审计员", "演示审计员"),
}
PEOPLE = (ADMIN, *BY_ROLE.values())
REGION_OF_CONTRIBUTOR = "520000"

Staff = Mapping[Role, User]


def grant_roles(users: Mapping[str, User]) -> Staff:
    """Give each her role, all over the site; the contributor writes for one region."""
    staff = {role: users[person.name] for role, person in BY_ROLE.items()}
    for role, user in staff.items():
        region = REGION_OF_CONTRIBUTOR if role == Role.CONTRIBUTOR else None
        give(Grant(user=user, role=role, region_id=region), by=users[ADMIN.name])
    return staff
