from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse


@login_required
def row(request: HttpRequest, pk: int) -> HttpResponse:
    raise Http404


@login_required
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    raise Http404


@login_required
def download(request: HttpRequest, pk: int, file_name: str) -> HttpResponse:
    raise Http404
