"""Differences on one line: ``Cơ quan [-phối hợp-]{+kết hợp+} gửi`` holds both texts and what lies between."""

import re

from proceedings.text.redline import Op

_SHAPES = {Op.EQUAL: "{}", Op.DELETE: "[-{}-]", Op.INSERT: "{{+{}+}}"}


def write(segments):
    return "".join(_SHAPES[segment.op].format(segment.text) for segment in segments)


def old_side(written):
    return re.sub(
        r"\[-(.*?)-\]", r"\1", re.sub(r"\{\+.*?\+\}", "", written, flags=re.DOTALL), flags=re.DOTALL
    )


def new_side(written):
    return re.sub(
        r"\{\+(.*?)\+\}", r"\1", re.sub(r"\[-.*?-\]", "", written, flags=re.DOTALL), flags=re.DOTALL
    )
