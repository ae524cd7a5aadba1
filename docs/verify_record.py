"""Check a record.json of a Lantai site with nothing but Python:  python verify_record.py FILE

Every text stands in the record as the very characters that were sealed when it was approved. Its
digest is "1:" and the SHA-256, in hexadecimal, of the salt's bytes followed by the text in UTF-8.
"""

import hashlib
import json
import sys


def main(path):
    try:
        with open(path, encoding="utf-8") as file:
            record = json.load(file)
    except (OSError, ValueError) as problem:
        return f"读不出这个文件：{problem}"
    if not isinstance(record, dict) or record.get("format") != "lantai-record-1":
        return "这不是兰台的公开记录，或格式较新"
    try:
        bad = [one["number"] for one in record["editions"] if not agrees(one)]
        for one in record["editions"]:
            print(told(one))
    except (KeyError, TypeError, ValueError):
        return "记录不完整或被改动过：有的栏目缺少，或不是应有的样子"
    if bad or not record["editions"]:
        return "核对不符：" + "、".join(f"第 {n} 版" for n in bad) + "的文字与校验码不一致"
    print(f"第 {record['article']} 号：核对完毕，文字都与校验码一致。")
    return 0


def agrees(edition):
    """Of an edition that is public no more the record has the digest alone: nothing to compare."""
    if "withheld" in edition:
        return True
    salt = bytes.fromhex(edition["salt"])
    sealed = salt + edition["content"].encode("utf-8", "surrogatepass")
    if len(salt) != 32 or not isinstance(json.loads(edition["content"]), dict):
        return False
    return edition["digest"] == "1:" + hashlib.sha256(sealed).hexdigest()


def told(edition):
    begins, ends = edition["live_from"], edition["live_until"] or "现在"
    if "withheld" in edition:
        what = f"不再公开（{edition['withheld']}）"
    else:
        what = json.loads(edition["content"]).get("title", "")
    return f"第 {edition['number']} 版  {begins} 至 {ends}（UTC）  {what}"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("用法：python verify_record.py 文件")
    sys.exit(main(sys.argv[1]))
