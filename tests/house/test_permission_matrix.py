"""Who may open what: every role at every address with every method, declared here line by line.

A new address without a line fails, and so does a line whose address is gone. Each line is the address as the
resolver spells it, then the answers to GET, then to POST with an empty form, of

    stranger · delegate of a committee that was asked · delegate of another · editor · secretary · chief editor

200 is the page, 302 leads elsewhere (a stranger to the sign-in page), 403 refuses an insider, 404 is what everybody
gets where there is nothing for them, 405 refuses the method. HEAD answers as GET does. PUT, PATCH and DELETE are
refused, or read as GET by Django's admin; they never change anything. One workshop is published, for delegates only.
"""

# ruff: noqa: E501 - the table is read in columns
import gzip
import re

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver
from django.urls.resolvers import URLResolver
from django.utils import timezone
from procrastinate.contrib.django import app

from proceedings.models import (
    Edition,
    EditionPage,
    GroupMember,
    PageBody,
    Participation,
    ProposedGroup,
    Publication,
    Shelf,
)
from proceedings.operations import (
    attachments,
    conclusions,
    consulted_texts,
    drafts,
    points,
    reason_snippets,
    responses,
)
from proceedings.operations.attachments import keep_under_hash
from proceedings.publishing.stylesheet import stylesheet_path
from submissions.models import BackgroundJob, ReceivedFile, ReturnedFile, Submission, Workbook
from submissions.operations import confirming, links, receiving
from submissions.tokens import token_of
from submissions.vocabulary import Source, SubmissionState, WorkbookState
from tests.proceedings.regulations import small

pytestmark = pytest.mark.django_db

TABLE = r"""
                                                                    | 404 404 404 404 404 404 | 405 405 405 405 405 405
^desk/preview/(?P<slug>[-\w]+)/(?P<audience>[a-z]+)/(?P<rest>.*)$   | 302 403 403 200 200 200 | 405 405 405 405 405 405
^workshops/(?P<slug>[-\w]+)/(?P<rest>.+/)$                          | 404 200 404 200 200 200 | 405 405 405 405 405 405
accounts/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$ | 200 200 200 200 200 200 | 200 200 200 200 200 200
accounts/inactive/                                                  | 200 200 200 200 200 200 | 405 405 405 405 405 405
accounts/login/                                                     | 200 302 302 302 302 302 | 200 302 302 302 302 302
accounts/logout/                                                    | 405 405 405 405 405 405 | 302 302 302 302 302 302
accounts/password/change/                                           | 302 200 200 200 200 200 | 302 200 200 200 200 200
accounts/password/reset/                                            | 200 200 200 200 200 200 | 200 200 200 200 200 200
accounts/password/reset/done/                                       | 200 200 200 200 200 200 | 405 405 405 405 405 405
accounts/password/reset/key/done/                                   | 200 200 200 200 200 200 | 405 405 405 405 405 405
admin/                                                              | 302 403 403 200 200 200 | 302 403 403 200 200 200
admin/(?P<url>.*)$                                                  | 302 403 403 404 404 404 | 302 403 403 404 404 404
admin/^(?P<app_label>submissions|proceedings)/$                     | 302 403 403 200 200 200 | 302 403 403 200 200 200
admin/autocomplete/                                                 | 302 403 403 403 403 403 | 302 403 403 405 405 405
admin/jsi18n/                                                       | 302 403 403 200 200 200 | 302 403 403 405 405 405
admin/login/                                                        | 302 403 403 302 302 302 | 302 403 403 302 302 302
admin/logout/                                                       | 302 403 403 405 405 405 | 302 403 403 302 302 302
admin/password_change/                                              | 302 403 403 200 200 200 | 302 403 403 200 200 200
admin/password_change/done/                                         | 302 403 403 200 200 200 | 302 403 403 405 405 405
admin/proceedings/committee/                                        | 302 403 403 200 200 200 | 302 403 403 200 200 200
admin/proceedings/committee/<path:object_id>/                       | 302 403 403 302 302 302 | 302 403 403 302 302 302
admin/proceedings/committee/<path:object_id>/change/                | 302 403 403 200 200 200 | 302 403 403 403 403 403
admin/proceedings/committee/<path:object_id>/delete/                | 302 403 403 403 403 403 | 302 403 403 403 403 403
admin/proceedings/committee/<path:object_id>/history/               | 302 403 403 200 200 200 | 302 403 403 200 200 200
admin/proceedings/committee/add/                                    | 302 403 403 403 403 403 | 302 403 403 403 403 403
admin/proceedings/conclusion/                                       | 302 403 403 200 200 200 | 302 403 403 200 200 200
admin/proceedings/conclusion/<path:object_id>/                      | 302 403 403 302 302 302 | 302 403 403 302 302 302
admin/proceedings/conclusion/<path:object_id>/change/               | 302 403 403 200 200 200 | 302 403 403 403 200 403
admin/proceedings/conclusion/<path:object_id>/delete/               | 302 403 403 403 403 403 | 302 403 403 403 403 403
admin/proceedings/conclusion/<path:object_id>/history/              | 302 403 403 200 200 200 | 302 403 403 200 200 200
admin/proceedings/conclusion/add/                                   | 302 403 403 403 200 403 | 302 403 403 403 200 403
admin/proceedings/consultedtext/                                    | 302 403 403 200 200 200 | 302 403 403 200 200 200
admin/proceedings/consultedtext/<path:object_id>/                   | 302 403 403 302 302 302 | 302 403 403 302 302 302
admin/proceedings/consultedtext/<path:object_id>/change/            | 302 403 403 200 200 200 | 302 403 403 403 200 403
admin/proceedings/consultedtext/<path:object_id>/delete/            | 302 403 403 403 403 403 | 302 403 403 403 403 403
admin/proceedings/consultedtext/<path:object_id>/history/           | 302 403 403 200 200 200 | 302 403 403 200 200 200
admin/proceedings/consultedtext/add/                                | 302 403 403 403 200 403 | 302 403 403 403 200 403
admin/proceedings/contribution/                                     | 302 403 403 200 200 200 | 302 403 403 200 200 200
admin/proceedings/contribution/<path:object_id>/                    | 302 403 403 302 302 302 | 302 403 403 302 302 302
admin/proceedings/contribution/<path:object_id>/change/             | 302 403 403 200 200 200 | 302 403 403 200 200 200
admin/proceedings/contribution/<path:object_id>/delete/             | 302 403 403 403 403 403 | 302 403 403 403 403 403
admin/proceedings/contribution/<path:object_id>/history/            | 302 403 403 200 200 200 | 302 403 403 200 200 200
admin/proceedings/contribution/add/                                 | 302 403 403 403 200 403 | 302 403 403 403 200 403
admin/proceedings/contribution/attachments/<int:pk>/                | 302 403 403 200 200 200 | 302 403 403 405 405 405
admin/proceedings/draft/                                            | 302 403 403 200 200 200 | 302 403 403 200 200 200
admin/proceedings/draft/<int:pk>/original/                          | 302 403 403 200 200 200 | 302 403 403 405 405 405
admin/proceedings/draft/<path:object_id>/                           | 302 403 403 302 302 302 | 302 403 403 302 302 302
admin/proceedings/draft/<path:object_id>/change/                    | 302 403 403 200 200 200 | 302 403 403 403 403 403
admin/proceedings/draft/<path:object_id>/delete/                    | 302 403 403 403 403 403 | 302 403 403 403 403 403
admin/proceedings/draft/<path:object_id>/history/                   | 302 403 403 200 200 200 | 302 403 403 200 200 200
admin/proceedings/draft/add/                                        | 302 403 403 403 403 403 | 302 403 403 403 403 403
admin/proceedings/edition/                                          | 302 403 403 200 200 200 | 302 403 403 200 200 200
admin/proceedings/edition/<path:object_id>/                         | 302 403 403 302 302 302 | 302 403 403 302 302 302
admin/proceedings/edition/<path:object_id>/change/                  | 302 403 403 200 200 200 | 302 403 403 403 403 403
admin/proceedings/edition/<path:object_id>/delete/                  | 302 403 403 403 403 403 | 302 403 403 403 403 403
admin/proceedings/edition/<path:object_id>/history/                 | 302 403 403 200 200 200 | 302 403 403 403 403 403
admin/proceedings/edition/add/                                      | 302 403 403 403 403 403 | 302 403 403 403 403 403
admin/proceedings/participation/                                    | 302 403 403 200 200 200 | 302 403 403 200 200 200
admin/proceedings/participation/<path:object_id>/                   | 302 403 403 302 302 302 | 302 403 403 302 302 302
admin/proceedings/participation/<path:object_id>/change/            | 302 403 403 200 200 200 | 302 403 403 403 200 403
admin/proceedings/participation/<path:object_id>/delete/            | 302 403 403 403 403 403 | 302 403 403 403 403 403
admin/proceedings/participation/<path:object_id>/history/           | 302 403 403 200 200 200 | 302 403 403 200 200 200
admin/proceedings/participation/add/                                | 302 403 403 403 403 403 | 302 403 403 403 403 403
admin/proceedings/publication/                                      | 302 403 403 200 200 200 | 302 403 403 200 200 200
admin/proceedings/publication/<int:pk>/progress/                    | 302 403 403 200 200 200 | 302 403 403 200 200 200
admin/proceedings/publication/<path:object_id>/                     | 302 403 403 302 302 302 | 302 403 403 302 302 302
admin/proceedings/publication/<path:object_id>/change/              | 302 403 403 200 200 200 | 302 403 403 403 403 403
admin/proceedings/publication/<path:object_id>/delete/              | 302 403 403 403 403 403 | 302 403 403 403 403 403
admin/proceedings/publication/<path:object_id>/history/             | 302 403 403 200 200 200 | 302 403 403 200 200 200
admin/proceedings/publication/add/                                  | 302 403 403 403 403 403 | 302 403 403 403 403 403
admin/proceedings/task/                                             | 302 403 403 200 200 200 | 302 403 403 200 200 200
admin/proceedings/task/<path:object_id>/                            | 302 403 403 302 302 302 | 302 403 403 302 302 302
admin/proceedings/task/<path:object_id>/change/                     | 302 403 403 200 200 200 | 302 403 403 403 200 403
admin/proceedings/task/<path:object_id>/delete/                     | 302 403 403 403 403 403 | 302 403 403 403 403 403
admin/proceedings/task/<path:object_id>/history/                    | 302 403 403 200 200 200 | 302 403 403 200 200 200
admin/proceedings/task/add/                                         | 302 403 403 403 403 403 | 302 403 403 403 403 403
admin/proceedings/user/                                             | 302 403 403 403 200 403 | 302 403 403 403 200 403
admin/proceedings/user/<id>/password/                               | 302 403 403 403 200 403 | 302 403 403 403 200 403
admin/proceedings/user/<path:object_id>/                            | 302 403 403 302 302 302 | 302 403 403 302 302 302
admin/proceedings/user/<path:object_id>/change/                     | 302 403 403 403 200 403 | 302 403 403 403 200 403
admin/proceedings/user/<path:object_id>/delete/                     | 302 403 403 403 403 403 | 302 403 403 403 403 403
admin/proceedings/user/<path:object_id>/history/                    | 302 403 403 403 200 403 | 302 403 403 403 200 403
admin/proceedings/user/add/                                         | 302 403 403 403 200 403 | 302 403 403 403 200 403
admin/proceedings/workshop/                                         | 302 403 403 200 200 200 | 302 403 403 200 200 200
admin/proceedings/workshop/<int:pk>/invite/                         | 302 403 403 403 200 403 | 302 403 403 403 302 403
admin/proceedings/workshop/<int:pk>/publish/                        | 302 403 403 403 200 200 | 302 403 403 403 200 200
admin/proceedings/workshop/<path:object_id>/                        | 302 403 403 302 302 302 | 302 403 403 302 302 302
admin/proceedings/workshop/<path:object_id>/change/                 | 302 403 403 200 200 200 | 302 403 403 403 200 403
admin/proceedings/workshop/<path:object_id>/delete/                 | 302 403 403 403 403 403 | 302 403 403 403 403 403
admin/proceedings/workshop/<path:object_id>/history/                | 302 403 403 200 200 200 | 302 403 403 200 200 200
admin/proceedings/workshop/add/                                     | 302 403 403 403 200 403 | 302 403 403 403 200 403
admin/r/<path:content_type_id>/<path:object_id>/                    | 302 403 403 302 302 302 | 302 403 403 302 302 302
admin/submissions/backgroundjob/                                    | 302 403 403 403 200 403 | 302 403 403 403 200 403
admin/submissions/backgroundjob/<path:object_id>/                   | 302 403 403 302 302 302 | 302 403 403 302 302 302
admin/submissions/backgroundjob/<path:object_id>/change/            | 302 403 403 403 302 403 | 302 403 403 403 302 403
admin/submissions/backgroundjob/<path:object_id>/delete/            | 302 403 403 403 403 403 | 302 403 403 403 403 403
admin/submissions/backgroundjob/<path:object_id>/history/           | 302 403 403 403 302 403 | 302 403 403 403 302 403
admin/submissions/backgroundjob/add/                                | 302 403 403 403 403 403 | 302 403 403 403 403 403
assets/<str:name>                                                   | 200 200 200 200 200 200 | 405 405 405 405 405 405
committees/                                                         | 404 404 404 404 404 404 | 405 405 405 405 405 405
committees/<slug:slug>/                                             | 404 404 404 404 404 404 | 405 405 405 405 405 405
desk/drafts/                                                        | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/drafts/<slug:slug>/                                            | 302 403 403 200 200 200 | 302 403 403 403 200 403
desk/drafts/<slug:slug>/<slug:text>/<int:number>/                   | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/drafts/<slug:slug>/<slug:text>/<int:number>/lineage/           | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/drafts/<slug:slug>/<slug:text>/<int:number>/lineage/confirm/   | 405 405 405 405 405 405 | 302 403 403 200 200 200
desk/drafts/<slug:slug>/<slug:text>/<int:number>/lineage/correct/   | 405 405 405 405 405 405 | 302 403 403 200 200 200
desk/drafts/<slug:slug>/<slug:text>/<int:number>/lineage/propose/   | 405 405 405 405 405 405 | 302 403 403 200 200 200
desk/drafts/<slug:slug>/<slug:text>/begin/                          | 302 403 403 200 200 200 | 302 403 403 200 200 200
desk/drafts/<slug:slug>/<slug:text>/begin/next/                     | 405 405 405 405 405 405 | 302 403 403 200 200 200
desk/drafts/<slug:slug>/<slug:text>/begin/paste/                    | 405 405 405 405 405 405 | 302 403 403 200 200 200
desk/drafts/<slug:slug>/<slug:text>/begin/upload/                   | 405 405 405 405 405 405 | 302 403 403 200 200 200
desk/drafts/<slug:slug>/<slug:text>/choose/                         | 302 403 403 200 200 200 | 302 403 403 200 200 200
desk/drafts/<slug:slug>/<slug:text>/compare/<int:one>/<str:other>/  | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/drafts/<slug:slug>/<slug:text>/compare/<int:one>/<str:other>/redline.docx | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/drafts/<slug:slug>/<slug:text>/discard/                        | 405 405 405 405 405 405 | 302 403 403 302 302 302
desk/drafts/<slug:slug>/<slug:text>/issue/                          | 302 403 403 403 200 200 | 302 403 403 403 302 302
desk/drafts/<slug:slug>/<slug:text>/issued-document/                | 302 403 403 403 200 403 | 302 403 403 403 200 403
desk/drafts/<slug:slug>/<slug:text>/mend/                           | 405 405 405 405 405 405 | 302 403 403 200 200 200
desk/drafts/<slug:slug>/<slug:text>/outline/                        | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/drafts/<slug:slug>/<slug:text>/outline/<int:pk>/               | 302 403 403 200 200 200 | 302 403 403 404 404 404
desk/drafts/<slug:slug>/<slug:text>/redo/                           | 405 405 405 405 405 405 | 302 403 403 200 200 200
desk/drafts/<slug:slug>/<slug:text>/return/                         | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/drafts/<slug:slug>/<slug:text>/return/<int:pk>/                | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/drafts/<slug:slug>/<slug:text>/return/<int:pk>/decide/         | 405 405 405 405 405 405 | 302 403 403 302 302 302
desk/drafts/<slug:slug>/<slug:text>/return/upload/                  | 405 405 405 405 405 405 | 302 403 403 422 422 422
desk/drafts/<slug:slug>/<slug:text>/undo/                           | 405 405 405 405 405 405 | 302 403 403 200 200 200
desk/drafts/<slug:slug>/<slug:text>/working.docx                    | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/drafts/<slug:slug>/<slug:text>/write/                          | 302 403 403 302 302 302 | 405 405 405 405 405 405
desk/drafts/<slug:slug>/<slug:text>/write/<int:pk>/                 | 302 403 403 200 200 200 | 302 403 403 409 409 409
desk/drafts/<slug:slug>/<slug:text>/write/<int:pk>/bring-back/      | 405 405 405 405 405 405 | 302 403 403 404 404 404
desk/drafts/<slug:slug>/<slug:text>/write/<int:pk>/insert/          | 405 405 405 405 405 405 | 302 403 403 302 302 302
desk/drafts/<slug:slug>/<slug:text>/write/<int:pk>/remove/          | 405 405 405 405 405 405 | 302 403 403 302 302 302
desk/drafts/<slug:slug>/<slug:text>/write/<int:pk>/removed/         | 302 403 403 404 404 404 | 302 403 403 404 404 404
desk/drafts/<slug:slug>/<slug:text>/write/<int:pk>/restore/         | 405 405 405 405 405 405 | 302 403 403 302 302 302
desk/groups/<slug:slug>/                                            | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/groups/<slug:slug>/<int:pk>/dismiss/                           | 405 405 405 405 405 405 | 302 403 403 302 403 302
desk/groups/<slug:slug>/<int:pk>/join/                              | 405 405 405 405 405 405 | 302 403 403 302 403 302
desk/groups/<slug:slug>/search/                                     | 405 405 405 405 405 405 | 302 403 403 302 403 302
desk/intake/                                                        | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/intake/<slug:slug>/                                            | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/intake/<slug:slug>/<int:pk>/                                   | 302 403 403 200 200 200 | 302 403 403 403 200 403
desk/intake/<slug:slug>/<int:pk>/file/                              | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/intake/<slug:slug>/<int:pk>/letter.docx                        | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/intake/<slug:slug>/<int:pk>/letter/                            | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/intake/<slug:slug>/<int:pk>/pages/<int:number>.png             | 302 403 403 404 404 404 | 405 405 405 405 405 405
desk/intake/<slug:slug>/<int:pk>/recognise/                         | 405 405 405 405 405 405 | 302 403 403 403 302 403
desk/intake/<slug:slug>/<int:pk>/reconsider/                        | 405 405 405 405 405 405 | 302 403 403 403 302 403
desk/intake/<slug:slug>/<int:pk>/refuse/                            | 405 405 405 405 405 405 | 302 403 403 403 302 403
desk/intake/<slug:slug>/<int:pk>/take-away/                         | 405 405 405 405 405 405 | 302 403 403 403 302 403
desk/intake/<slug:slug>/<int:pk>/undo/                              | 405 405 405 405 405 405 | 302 403 403 403 302 403
desk/intake/<slug:slug>/batches/<int:pk>/stop/                      | 405 405 405 405 405 405 | 302 403 403 403 302 403
desk/intake/<slug:slug>/register/                                   | 405 405 405 405 405 405 | 302 403 403 403 302 403
desk/intake/<slug:slug>/status/                                     | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/intake/<slug:slug>/upload/                                     | 405 405 405 405 405 405 | 302 403 403 403 302 403
desk/intake/<slug:slug>/<int:pk>/rows/                              | 302 403 403 200 200 200 | 302 403 403 403 200 403
desk/intake/<slug:slug>/<int:pk>/rows/import/                       | 405 405 405 405 405 405 | 302 403 403 403 302 403
desk/intake/<slug:slug>/<int:pk>/rows/problems.xlsx                 | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/intake/<slug:slug>/<int:pk>/rows/undo/                         | 405 405 405 405 405 405 | 302 403 403 403 302 403
desk/intake/<slug:slug>/links/                                      | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/intake/<slug:slug>/links/addresses.xlsx                        | 302 403 403 403 200 403 | 405 405 405 405 405 405
desk/intake/<slug:slug>/links/addresses/                            | 302 403 403 403 200 403 | 405 405 405 405 405 405
desk/intake/<slug:slug>/links/issue/                                | 405 405 405 405 405 405 | 302 403 403 403 200 403
desk/intake/<slug:slug>/links/letters.txt                           | 302 403 403 403 200 403 | 405 405 405 405 405 405
desk/intake/<slug:slug>/links/revoke/                               | 405 405 405 405 405 405 | 302 403 403 403 404 403
desk/intake/template.xlsx                                           | 302 403 403 404 404 404 | 405 405 405 405 405 405
desk/ledger/                                                        | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/ledger/<slug:slug>/                                            | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/ledger/<slug:slug>/close/                                      | 405 405 405 405 405 405 | 302 403 403 403 403 422
desk/ledger/<slug:slug>/gaps/<slug:kind>/                           | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/ledger/<slug:slug>/gaps/<slug:kind>/mend/                      | 405 405 405 405 405 405 | 302 403 403 302 403 302
desk/ledger/<slug:slug>/reopen/                                     | 405 405 405 405 405 405 | 302 403 403 403 403 422
desk/ledger/<slug:slug>/rows/<slug:name>/                           | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/points/<slug:slug>/<int:pk>/                                   | 302 403 403 200 200 200 | 302 403 403 302 403 302
desk/points/<slug:slug>/<int:pk>/document/                          | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/points/<slug:slug>/<int:pk>/join/                              | 405 405 405 405 405 405 | 302 403 403 404 403 404
desk/points/<slug:slug>/<int:pk>/leave/                             | 405 405 405 405 405 405 | 302 403 403 404 403 404
desk/points/<slug:slug>/<int:pk>/provision/                         | 405 405 405 405 405 405 | 302 403 403 422 422 422
desk/points/<slug:slug>/<int:pk>/reply/                             | 405 405 405 405 405 405 | 302 403 403 422 422 422
desk/points/<slug:slug>/responses/<int:pk>/                         | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/points/<slug:slug>/responses/<int:pk>/approve/                 | 405 405 405 405 405 405 | 302 403 403 403 403 422
desk/points/<slug:slug>/responses/<int:pk>/reopen/                  | 405 405 405 405 405 405 | 302 403 403 403 403 422
desk/points/<slug:slug>/responses/<int:pk>/send-back/               | 405 405 405 405 405 405 | 302 403 403 403 403 422
desk/points/<slug:slug>/snippets/                                   | 302 403 403 200 200 200 | 302 403 403 422 403 422
desk/points/<slug:slug>/snippets/<int:pk>/                          | 302 403 403 200 200 200 | 302 403 403 422 403 422
desk/queue/                                                         | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/queue/<slug:slug>/                                             | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/queue/<slug:slug>/approve/                                     | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/queue/<slug:slug>/approve/<int:pk>/                            | 405 405 405 405 405 405 | 302 403 403 403 403 404
desk/queue/<slug:slug>/approve/batch/                               | 405 405 405 405 405 405 | 302 403 403 403 403 200
desk/queue/<slug:slug>/approve/batches/                             | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/queue/<slug:slug>/approve/batches/<int:pk>/                    | 302 403 403 404 404 404 | 405 405 405 405 405 405
desk/queue/<slug:slug>/approve/batches/<int:pk>/undo/               | 405 405 405 405 405 405 | 302 403 403 403 403 404
desk/queue/<slug:slug>/approve/preview/                             | 405 405 405 405 405 405 | 302 403 403 403 403 200
desk/queue/<slug:slug>/assign/                                      | 405 405 405 405 405 405 | 302 403 403 200 403 200
desk/queue/<slug:slug>/columns/                                     | 405 405 405 405 405 405 | 302 403 403 302 302 302
desk/queue/<slug:slug>/save/                                        | 405 405 405 405 405 405 | 302 403 403 200 200 200
desk/queue/<slug:slug>/saved/<int:pk>/delete/                       | 405 405 405 405 405 405 | 302 403 403 404 404 404
desk/queue/<slug:slug>/table.xlsx                                   | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/queue/<slug:slug>/table/                                       | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/splitting/                                                     | 302 403 403 200 200 200 | 405 405 405 405 405 405
desk/splitting/<slug:slug>/                                         | 302 403 403 200 200 200 | 302 403 403 422 403 422
desk/splitting/<slug:slug>/<int:number>/                            | 302 403 403 200 200 200 | 302 403 403 422 403 422
healthz                                                             | 200 200 200 200 200 200 | 405 405 405 405 405 405
readyz                                                              | 200 200 200 200 200 200 | 405 405 405 405 405 405
styleguide/                                                         | 200 200 200 200 200 200 | 405 405 405 405 405 405
submit/                                                             | 302 200 200 403 403 403 | 405 405 405 405 405 405
submit/<str:token>/                                                 | 200 200 200 200 200 200 | 200 200 200 200 200 200
submit/<str:token>/<int:batch_id>/                                  | 200 200 200 200 200 200 | 200 200 200 200 200 200
submit/<str:token>/<int:batch_id>/<int:pk>/                         | 302 302 302 302 302 302 | 302 302 302 302 302 302
submit/<str:token>/<int:batch_id>/<int:pk>/withdraw/                | 405 405 405 405 405 405 | 200 200 200 200 200 200
submit/<str:token>/<int:batch_id>/confirm/                          | 405 405 405 405 405 405 | 302 302 302 302 302 302
submit/<str:token>/<int:batch_id>/receipt.pdf                       | 200 200 200 200 200 200 | 405 405 405 405 405 405
submit/w/<slug:slug>/                                               | 302 302 404 403 403 403 | 405 405 405 405 405 405
submit/w/<slug:slug>/<slug:asked>/                                  | 302 200 404 403 403 403 | 302 200 404 403 403 403
submit/w/<slug:slug>/<slug:asked>/<int:batch_id>/                   | 302 200 404 403 403 403 | 302 200 404 403 403 403
submit/w/<slug:slug>/<slug:asked>/<int:batch_id>/<int:pk>/          | 302 302 404 403 403 403 | 302 302 404 403 403 403
submit/w/<slug:slug>/<slug:asked>/<int:batch_id>/<int:pk>/withdraw/ | 302 405 404 403 403 403 | 302 200 404 403 403 403
submit/w/<slug:slug>/<slug:asked>/<int:batch_id>/confirm/           | 302 405 404 403 403 403 | 302 302 404 403 403 403
submit/w/<slug:slug>/<slug:asked>/<int:batch_id>/receipt.pdf        | 302 200 404 403 403 403 | 302 405 404 403 403 403
workshops/                                                          | 404 404 404 404 404 404 | 405 405 405 405 405 405
workshops/<slug:slug>/                                              | 404 404 404 404 404 404 | 405 405 405 405 405 405
workshops/<slug:slug>/contributions/<int:number>/                   | 404 200 404 200 200 200 | 405 405 405 405 405 405
workshops/<slug:slug>/downloads/<str:name>                          | 404 404 404 404 404 404 | 405 405 405 405 405 405
workshops/<slug:slug>/editions/<str:edition>/downloads/<str:name>   | 404 404 404 404 404 404 | 405 405 405 405 405 405
"""


def patterns(resolver=None, prefix=""):
    """Every address of the project as the resolver spells it."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry, prefix + str(entry.pattern))
        else:
            yield prefix + str(entry.pattern)


def _numbers(text):
    return [int(number) for number in text.split()]


def lines():
    """Every declared line: the pattern, the six answers to GET, the six to POST."""
    for line in TABLE.strip("\n").splitlines():
        pattern, reading, sending = line.rsplit(" | ", 2)
        yield pattern.strip(), _numbers(reading), _numbers(sending)


@pytest.fixture
def browsers(client_of, delegate_bac_ninh, delegate_other, editor, secretary, chief_editor):
    """A browser of every role, in the order of the columns."""
    people = (delegate_bac_ninh, delegate_other, editor, secretary, chief_editor)
    return [Client(), *map(client_of, people)]


@pytest.fixture
def edition(workshop, register, secretary, now):
    """What delegates of the workshop may read: one page of one contribution."""
    register()
    edition = Edition.objects.create(
        workshop=workshop,
        number=1,
        audience="delegates",
        issued_at=now,
        issued_by=secretary,
        facts={},
        manifest="{}",
        manifest_sha256="0" * 64,
    )
    body = PageBody.objects.create(sha256="1" * 64, gzipped=gzip.compress(b"<p>for delegates</p>"))
    for path in ("/workshops/hoi-thao-mau/contributions/1/", "/workshops/hoi-thao-mau/contributions/"):
        EditionPage.objects.create(
            edition=edition, path=path, language="vi", input_sha256="2" * 64, body=body
        )
    Shelf.objects.create(workshop=workshop, audience="delegates", edition=edition)
    return edition


@pytest.fixture
def handed_in(workshop, bac_ninh, secretary):
    """A batch that Bắc Ninh handed in by its link, and the link itself; what stands for the keys of their addresses."""
    acting = {"actor": secretary, "now": timezone.now()}
    link = links.issue(workshop=workshop, committee=bac_ninh, days=30, **acting)
    batch = receiving.open_batch(
        workshop=workshop, source=Source.LINK, link=link, idempotency_key="mau", **acting
    )
    submission = Submission.objects.create(
        batch=batch,
        position=1,
        received_on=acting["now"].date(),
        state=SubmissionState.DOUBTFUL,
        name="a.txt",
    )
    confirming.confirm(batch=batch, **acting)
    layout = {
        "sheet": "A",
        "is_used": True,
        "heading_row": 1,
        "heading_rows": 1,
        "headings": ["a"],
        "contents": [""],
    }
    Workbook.objects.create(submission=submission, state=WorkbookState.CHECKED, layouts=[layout])
    keys = {
        "<str:token>": token_of(link),
        "<int:batch_id>": str(batch.pk),
        "<int:pk>": str(submission.pk),
    }
    return {"desk/intake/<slug:slug>/<int:pk>/rows/": str(submission.pk), "submit/": keys}


@pytest.fixture
def on_desk(workshop, secretary, now):
    """A batch of the desk with a document in doubt, and one that was refused; what stands for their keys."""
    batch = receiving.open_batch(
        workshop=workshop, source=Source.DESK, idempotency_key="ban", actor=secretary, now=now
    )
    file = ReceivedFile.objects.create(
        batch=batch,
        file=keep_under_hash("a" * 64, ContentFile(b"a"), size=1),
        name="a.txt",
        media_type="text/plain",
        size=1,
        sha256="a" * 64,
    )
    common = {"batch": batch, "received_on": now.date(), "name": "a.txt"}
    doubtful = Submission.objects.create(
        **common, position=1, state=SubmissionState.DOUBTFUL, file=file, sha256="a" * 64, kind="text"
    )
    refused = Submission.objects.create(
        **common, position=2, state=SubmissionState.REFUSED, refusal="by-person", refusal_note="Thiếu chữ ký"
    )
    start = "desk/intake/<slug:slug>/"
    return {
        f"{start}batches/": {"<int:pk>": str(batch.pk)},
        f"{start}<int:pk>/letter": {"<int:pk>": str(refused.pk)},
        f"{start}<int:pk>/": {"<int:pk>": str(doubtful.pk)},
    }


@pytest.fixture
def failed_job(db):
    """A job of the background that failed."""
    job_id = app.configure_task("read_submission").defer(submission_id=0)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed' WHERE id = %s", [job_id])
    return BackgroundJob.objects.get(pk=job_id)


@pytest.fixture
def keys(workshop, edition, bac_ninh, secretary, delegate_other, now, handed_in, on_desk, failed_job):
    """What stands for the parameters of an address, by the start of its pattern."""
    acting = {"actor": secretary, "now": now}
    contribution = workshop.contributions.get()
    conclusion = conclusions.conclude(
        workshop=workshop,
        kind="closing-words",
        title="Kết luận mẫu",
        text="VĂN BẢN MẪU",
        tasks=[{"text": "Việc mẫu"}],
        **acting,
    )
    text = consulted_texts.add_text(
        workshop=workshop, slug="quy-dinh", title="Quy định mẫu", family="party", **acting
    )
    draft = drafts.start_from_outline(
        consulted_text=text,
        provisions=small(),
        source_text="QUY ĐỊNH MẪU",
        source=drafts.Source("goc.doc", b"goc", "application/msword"),
        **acting,
    )
    drafts.issue(draft=draft, acknowledged=True, **acting)
    working = drafts.start_next(consulted_text=text, **acting)
    rows = {
        "committee": bac_ninh,
        "user": delegate_other,
        "workshop": workshop,
        "participation": Participation.objects.create(workshop=workshop, committee=bac_ninh),
        "contribution/attachments": attachments.attach(
            contribution=contribution, name="a.txt", content=b"a", media_type="text/plain", **acting
        ),
        "contribution": contribution,
        "conclusion": conclusion,
        "consultedtext": draft.consulted_text,
        "draft": draft,
        "task": conclusion.tasks.get(),
        "edition": edition,
        "publication": Publication.objects.create(
            workshop=workshop, requested_by=secretary, requested_at=now
        ),
    }
    found = {f"admin/proceedings/{name}/": str(row.pk) for name, row in rows.items()}
    found |= {"admin/submissions/backgroundjob/": str(failed_job.pk)}
    found |= handed_in | on_desk
    article = working.provisions.filter(kind="dieu").first()
    on_drafts = {"<slug:text>": text.slug, "<int:one>": "1", "<str:other>": "working"}
    returned = ReturnedFile.objects.create(
        draft=working, name="a.docx", sha256="0" * 64, size=1, received_at=now, received_by=secretary
    )
    found |= {"desk/drafts/<slug:slug>/<slug:text>/return/": {**on_drafts, "<int:pk>": str(returned.pk)}}
    found |= {"desk/drafts/": {**on_drafts, "<int:pk>": str(article.pk)}}
    found |= _on_points(contribution, acting)
    return found | {"admin/r/": f"{ContentType.objects.get_for_model(workshop).pk}/{workshop.pk}"}


def _on_points(contribution, acting):
    """A point, a response that answers another one, both in a group, and a snippet; what stands for their keys."""
    told = points.Told("other")
    point, answered = (
        points.mark_point(contribution=contribution, start=start, end=end, told=told, **acting)
        for start, end in ((12, 18), (19, 40))
    )
    response = responses.respond(points=[answered], decided=responses.Decided(), **acting)
    snippet = reason_snippets.add_snippet(
        workshop=contribution.workshop, name="Mẫu", text="Lời mẫu.", **acting
    )
    group = ProposedGroup.objects.create(workshop=contribution.workshop, score=0.9, proposed_at=acting["now"])
    GroupMember.objects.bulk_create(
        GroupMember(group=group, point=each, score=0.9) for each in (point, answered)
    )
    start = "desk/points/<slug:slug>/"
    rows = {f"{start}responses/": response, f"{start}snippets/": snippet, start: point, "desk/groups/": group}
    return {pattern: {"<int:pk>": str(row.pk)} for pattern, row in rows.items()}


def test_every_address_is_declared():
    assert sorted(pattern for pattern, _reading, _sending in lines()) == sorted(set(patterns()))


#: As many addresses share one cast: setting the stage takes longer than asking.
TOGETHER = 14
GROUPS = [list(lines())[start : start + TOGETHER] for start in range(0, len(list(lines())), TOGETHER)]


@pytest.mark.parametrize("group", GROUPS, ids=[group[0][0] or "home" for group in GROUPS])
def test_addresses_answer_as_declared(group, keys, browsers):
    differing = []

    for pattern, reading, sending in group:
        sign_ins = [browser.cookies.copy() for browser in browsers]
        with transaction.atomic():
            differing += _differing(browsers, pattern or "home", _address(pattern, keys), reading, sending)
            transaction.set_rollback(True)
        for browser, cookies in zip(browsers, sign_ins, strict=True):
            browser.cookies = cookies

    assert not differing, "\n".join(differing)


def _differing(browsers, pattern, address, reading, sending):
    """Ask for one address by every method; tell what is answered otherwise than declared, and what wrote."""
    for method in ("put", "patch", "delete"):
        for browser, read in zip(browsers, reading, strict=True):
            with CaptureQueriesContext(connection) as asked:
                if (status := _status(browser, method, address)) not in {read, 404, 405}:
                    yield f"{method} {pattern}: {status}"
            yield from (
                f"{method} {pattern} writes: {query['sql']}" for query in asked if _changes(query["sql"])
            )
    for method, declared in (("get", reading), ("head", reading), ("post", sending)):
        answered = [_status(browser, method, address) for browser in browsers]
        if answered != declared:
            yield f"{method} {pattern}: {answered}, declared {declared}"


def test_hidden_is_the_same_as_missing(edition, stranger, client_of, delegate_other):
    for browser in (stranger, client_of(delegate_other)):
        hidden = browser.get("/workshops/hoi-thao-mau/contributions/1/")
        missing = browser.get("/workshops/hoi-thao-mau/contributions/2/")

        assert hidden.status_code == 404
        assert hidden.content == missing.content
        assert set(hidden.headers) == set(missing.headers)


def _status(browser, method, address):
    response = getattr(browser, method)(address)
    if response.streaming:
        b"".join(response.streaming_content)
    return response.status_code


def _address(pattern, keys):
    key = next((keys[start] for start in keys if pattern.startswith(start)), "1")
    named, key = (key, "1") if isinstance(key, dict) else ({}, key)
    for parameter, value in (
        *named.items(),
        ("<slug:asked>", "bac-ninh"),
        ("<path:content_type_id>/<path:object_id>", key),
        ("^(?P<app_label>submissions|proceedings)/$", "proceedings/"),
        ("(?P<url>.*)$", "khong-co"),
        ("^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$", "password/reset/key/1-x/"),
        ("^workshops/(?P<slug>[-\\w]+)/(?P<rest>.+/)$", "workshops/hoi-thao-mau/contributions/"),
        (
            r"^desk/preview/(?P<slug>[-\w]+)/(?P<audience>[a-z]+)/(?P<rest>.*)$",
            "desk/preview/hoi-thao-mau/public/",
        ),
        ("downloads/<str:name>", "downloads/proceedings.pdf"),
        ("<str:edition>", "1"),
        ("rows/<slug:name>", "rows/points-all"),
        ("gaps/<slug:kind>", "gaps/unequal"),
        ("assets/<str:name>", stylesheet_path().lstrip("/")),
        ("committees/<slug:slug>", "committees/bac-ninh"),
        ("<slug:slug>", "hoi-thao-mau"),
        ("<int:number>", "1"),
    ):
        pattern = pattern.replace(parameter, value)
    return "/" + re.sub(r"<[^>]+>", key, pattern)


def _changes(sql):
    own = re.compile(r'^(INSERT INTO|UPDATE|DELETE FROM) "(?!django_session|rate_limits)')
    return own.match(sql)
