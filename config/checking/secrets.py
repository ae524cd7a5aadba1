"""No key, password or database in what git keeps."""

import re
from collections.abc import Iterator
from pathlib import Path

from config.checking.files import lines, ours

# Each pattern is written so that it does not find itself here.
PATTERNS = {
    "私钥": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
    "云服务的访问密钥": re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}"),
    "带密码的地址": re.compile(r"\b[a-z]+://[^\s:/@\"']*:[^\s/@\"'{}…*]{4,}@[\w.\[]"),
    "写死的密钥或密码": re.compile(
        r"\b\w*(?:SECRET|PASSWORD|TOKEN|API_KEY)\w*\s*[:=]\s*[\"']?[A-Za-z0-9+/_!@#%^&-]{24,}"
    ),
}
NEVER_KEPT = re.compile(
    r"(?:^|/)(?:\.env|secret-key|demo-accounts\.json)$|\.(?:sqlite3|pem|key|p12)$"
)


def check(root: Path) -> Iterator[str]:
    """One sentence for each secret, without repeating it."""
    for path in ours(root):
        if NEVER_KEPT.search(path.as_posix()):
            yield f"{path} 不该进入版本库：请删除并写进 .gitignore"
        for number, line in enumerate(lines(root, path), start=1):
            found = [name for name, pattern in PATTERNS.items() if pattern.search(line)]
            yield from (f"{path}:{number} 像是{name}：请改从环境变量读取" for name in found)
