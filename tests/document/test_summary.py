"""What a list says of a text besides its title."""

import pytest

from bulletins.document.summary import LONGEST, summary


@pytest.mark.parametrize(
    ("bodies", "said"),
    [
        ((), ""),
        (("", "<p>一年来。</p>"), "一年来。"),
        (("<p>各部门、各单位：</p><p>周六停机维护。</p>",), "周六停机维护。"),
        (("<p> 近日，　四地&lt;印发&gt;计划。</p>",), "近日， 四地<印发>计划。"),
        (("<table><tr><td><p>事项</p></td><td><p>窗口</p></td></tr></table><p>文</p>",), "文"),
        ((f"<p>{'长' * 40}。{'短' * 20}。</p>",), f"{'长' * 40}。"),
        ((f"<p>短。{'长' * 40}。后面。</p>",), f"短。{'长' * 40}。"),
        ((f"<p>{'长' * 200}</p>",), f"{'长' * (LONGEST - 1)}…"),
    ],
)
def test_the_first_sentence_that_is_long_enough(bodies: tuple[str, ...], said: str) -> None:
    assert summary(*bodies) == said
