"""The addresses of the editors' workbench for drafts, below /desk/drafts/."""

from django.urls import path

from proceedings.desk import beginning, choosing, issuing, lineage, mending, node, outline, texts

app_name = "desk"

urlpatterns = [
    path("", texts.workshops, name="draft-workshops"),
    path("<slug:slug>/", texts.listed, name="draft-list"),
    path("<slug:slug>/<slug:text>/begin/", beginning.begin, name="draft-begin"),
    path("<slug:slug>/<slug:text>/begin/next/", beginning.begin_next, name="draft-next"),
    path("<slug:slug>/<slug:text>/choose/", choosing.choose, name="draft-choose"),
    path("<slug:slug>/<slug:text>/outline/", outline.outline, name="draft-outline"),
    path("<slug:slug>/<slug:text>/outline/<int:pk>/", node.node, name="draft-node"),
    path("<slug:slug>/<slug:text>/mend/", mending.mend, name="draft-mend"),
    path("<slug:slug>/<slug:text>/undo/", mending.undo, name="draft-undo"),
    path("<slug:slug>/<slug:text>/redo/", mending.redo, name="draft-redo"),
    path("<slug:slug>/<slug:text>/discard/", texts.discard, name="draft-discard"),
    path("<slug:slug>/<slug:text>/issue/", issuing.issue, name="draft-issue"),
    path("<slug:slug>/<slug:text>/issued-document/", texts.issued_document, name="draft-issued-document"),
    path("<slug:slug>/<slug:text>/<int:number>/", issuing.issued, name="draft-issued"),
    path("<slug:slug>/<slug:text>/<int:number>/lineage/", lineage.lineage, name="draft-lineage"),
    path(
        "<slug:slug>/<slug:text>/<int:number>/lineage/propose/", lineage.propose, name="draft-lineage-propose"
    ),
    path(
        "<slug:slug>/<slug:text>/<int:number>/lineage/confirm/", lineage.confirm, name="draft-lineage-confirm"
    ),
    path(
        "<slug:slug>/<slug:text>/<int:number>/lineage/correct/", lineage.correct, name="draft-lineage-correct"
    ),
]
