"""The apparatus as tags: each is a plain function, tested by itself, that a template calls by name."""

from django import template

from proceedings.publishing.apparatus import around, citation, drafts, facts, maps, numbers, rows, words

register = template.Library()

for tag in (
    *(around.trail, around.sections, around.stages, around.next_step, around.list_pages, around.list_page),
    *(around.committee_trail, citation.over, citation.posts),
    *(drafts.draft_trail, drafts.draft_over, drafts.draft_links, drafts.draft_href, drafts.redline_href),
    *(citation.citation, citation.citation_tags),
    *(facts.workshop_facts, facts.line_facts, facts.contribution_facts, facts.share_facts, facts.body_facts),
    *(
        maps.committees_map,
        maps.line_map,
        maps.regions_chart,
        maps.documents_picture,
        maps.map_caption,
        maps.name_index,
    ),
    *(numbers.number_strip, numbers.line_strip),
    *(rows.contribution_rows, rows.contribution_href, rows.committee_href, rows.neighbour),
    *(rows.committee_neighbour, rows.filter_links, rows.task_rows, rows.file_rows),
    *(rows.conclusion_view, rows.theme_rows, rows.unplaced),
    *(words.answer, words.facet_name, words.today_name, words.period, words.no_documents),
):
    register.simple_tag(tag)

for filter_ in (
    *(citation.description, citation.held_line, words.choice_label, words.day, words.stage_label),
    *(drafts.change_word, drafts.change_shape, drafts.change_origin, drafts.draft_name, drafts.cited_draft),
):
    register.filter(filter_.__name__, filter_)
