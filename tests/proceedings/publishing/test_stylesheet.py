import gzip

from proceedings.publishing.stylesheet import (
    compact,
    desk_stylesheet,
    draft_stylesheet,
    stylesheet,
    stylesheet_parts,
)


def test_stylesheet_holds_every_part_with_the_tokens_first_and_print_last():
    names = [path.name for path in stylesheet_parts()]

    assert names[0] == "tokens.css"
    assert names[-1] == "print.css"
    assert {"base.css", "layout.css", "tilemap.css"} <= set(names)


def test_stylesheet_takes_at_most_ten_kilobytes_of_the_first_view():
    assert len(gzip.compress(stylesheet())) <= 10_000


def test_what_only_drafts_wear_takes_at_most_three_kilobytes_more():
    assert b".provision" in draft_stylesheet()
    assert b".provision" not in stylesheet()
    assert len(gzip.compress(draft_stylesheet())) <= 3_000


def test_what_only_the_workbench_wears_is_in_no_first_view():
    assert b".mend-bar" in desk_stylesheet()
    assert b".mend-bar" not in stylesheet()


def test_stylesheet_keeps_every_rule_of_its_parts():
    written = "\n".join(path.read_text(encoding="utf-8") for path in stylesheet_parts())

    assert stylesheet().decode().count("{") == written.count("{")
    assert stylesheet().decode().count("}") == written.count("}")


def test_compact_strips_comments_and_blanks_only():
    assert (
        compact("/* a */\n.a, .b {\n  color: red;\n  margin: 0 1px;\n}\n") == ".a,.b{color:red;margin:0 1px}"
    )


def test_compact_keeps_the_blank_that_means_descendant():
    assert compact(".a :hover { x: calc(1px + 2px) }") == ".a :hover{x:calc(1px + 2px)}"
