"""The environment, read strictly: a value nobody can have meant stops the program with a sentence.

django-environ reads "maybe" as False; an office would find out much later. So we look first.
"""

import sys
from pathlib import Path
from typing import NoReturn

import environ

# gunicorn takes this code of a worker as "cannot start" and gives up instead of trying for ever.
CANNOT_START = 3
SWITCH = {"true": True, "yes": True, "on": True, "1": True} | {
    "false": False,
    "no": False,
    "off": False,
    "0": False,
}

env = environ.Env()


def stop(name: str, sentence: str) -> NoReturn:
    """End the program with a sentence that names the variable and says what to set."""
    sys.stderr.write(f"兰台无法启动：环境变量 {name} {sentence}\n")
    raise SystemExit(CANNOT_START)


def read(name: str) -> str:
    """What the environment says, without spaces around it; empty means not set."""
    return str(env.str(name, default="")).strip()


def switch(name: str, *, default: bool) -> bool:
    """Yes or no, and nothing else."""
    said = read(name)
    if not said:
        return default
    if said.lower() not in SWITCH:
        stop(name, f"的值“{said}”无法识别：请设为 true 或 false")
    return SWITCH[said.lower()]


def secret(name: str, *, needed: bool) -> str:
    """The key that signs sessions; only a development server may go without one of its own."""
    key = read(name)
    if needed and not key:
        stop(name, "没有设置：请设为一段只有本站知道的、50 个字符以上的随机文字")
    return key or "only-for-development-" * 3


def key(name: str, *, needed: bool) -> str:
    """One key of at least 32 characters; "" where nothing is signed with it."""
    found = read(name)
    if (needed or found) and len(found) < 32:
        stop(name, "不足 32 个字符：请设为一段随机文字，与收消息的一方约定")
    return found


def choice(name: str, *, default: str, among: tuple[str, ...]) -> str:
    """One of a few words, in capitals."""
    said = read(name).upper() or default
    if said not in among:
        stop(name, f"的值“{said}”无法识别：请在 {'、'.join(among)} 中选一个")
    return said


def count(name: str, *, default: int) -> int:
    """A whole number, zero or more."""
    said = read(name)
    if said and not (said.isascii() and said.isdigit()):
        stop(name, f"的值“{said}”不是整数：请写 {default} 这样的数字")
    return int(said or default)


def folder(name: str, *, default: Path) -> Path:
    """A folder that does not depend on where the program was started."""
    said = read(name)
    path = Path(said) if said else default
    if not path.is_absolute():
        stop(name, f"的值“{said}”不是绝对路径：请写成以 / 开头的文件夹")
    return path


def apart(name: str, path: Path, others: tuple[Path, ...]) -> None:
    """One of these folders that lies in the other stops the program."""
    own = path.resolve()
    for other in (one.resolve() for one in others):
        if own == other or own in other.parents or other in own.parents:
            stop(name, f"指向的“{path}”与“{other}”重叠：请设为一个别处的、只放页面的文件夹")


def file(name: str) -> Path | None:
    """A file that does not depend on where the program was started; None where not set."""
    return folder(name, default=Path("/")) if read(name) else None


def keys(name: str) -> list[str]:
    """Words parted by commas, each of at least 32 characters: keys."""
    found = [word.strip() for word in read(name).split(",") if word.strip()]
    if any(len(key) < 32 for key in found):
        stop(name, "中有一段不足 32 个字符：请设为随机文字，多段用英文逗号隔开，新的在前")
    return found
