"""Pictures that a notebook shows: found, or said why not."""

from pathlib import Path

import pytest

from gradbook.assignment.notebook.images import data_url, links, targets


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "work/imgs").mkdir(parents=True)
    for name in ("work/imgs/Q1.png", "work/imgs/my page.jpg", "secret.png"):
        (tmp_path / name).write_bytes(b"x")
    return tmp_path / "work"


@pytest.mark.parametrize(
    "markdown",
    [
        "![Q1](imgs/Q1.png)",
        "![](imgs/Q1.png 'my answer')",
        "![a](<imgs/my page.jpg>)",
        "![a](imgs/my%20page.jpg)",
        '<img width="300" src="imgs/Q1.png">',
        "<IMG SRC=imgs/Q1.png />",
    ],
)
def test_a_picture_that_is_there(folder: Path, markdown: str) -> None:
    [link] = links(markdown, folder)
    assert link.problem == ""
    assert link.path is not None
    assert link.path.is_file()


@pytest.mark.parametrize(
    ("markdown", "says"),
    [
        ("![](imgs/q1.PNG)", "Did you mean imgs/Q1.png"),
        ("![](imgs/other.jpg)", "Put the file there"),
        ("![](nowhere/Q1.png)", "Put the file there"),
        ("![](../secret.png)", "outside this folder"),
        ("![](/etc/passwd)", "outside this folder"),
        (r"![](C:\Users\ada\Q1.png)", "outside this folder"),
        ("![](file:///home/ada/Q1.png)", "outside this folder"),
        ("![](https://example.org/Q1.png)", "on the web"),
        ("![](attachment:lost.png)", "Put it in again"),
    ],
)
def test_a_picture_that_is_not(folder: Path, markdown: str, says: str) -> None:
    [link] = links(markdown, folder, frozenset({"kept.png"}))
    assert says in link.problem
    assert link.path is None


@pytest.mark.parametrize(
    ("markdown", "says"),
    [
        ("![](imgs/my page.jpg)", "the name contains a space. Rename it, or write imgs/my%20page.jpg"),
        ('![](imgs/my page.jpg "mine")', "or write imgs/my%20page.jpg"),
        ("![](imgs/my pgae.jpg)", "The picture imgs/my pgae.jpg is not there. Did you mean imgs/my page.jpg"),
        ("![](imgs\\Q1.png)", "write / and not \\ in its name, as imgs/Q1.png"),
        ("![](imgs\\my page.jpg)", "or write imgs/my%20page.jpg"),
        ("![](imgs/empty.png)", "is empty (0 bytes)"),
        ("![](imgs/photo(1).png)", "The picture imgs/photo(1).png is not there"),
        ("![](a%00b.png)", "is not there"),
    ],
)
def test_a_picture_that_nobody_would_see(folder: Path, markdown: str, says: str) -> None:
    (folder / "imgs/empty.png").write_bytes(b"")
    [link] = links(markdown, folder)
    assert says in link.problem


def test_what_is_in_the_notebook_is_there(folder: Path) -> None:
    text = "![](attachment:kept.png) ![](data:image/png;base64,AAAA)"
    assert [link.problem for link in links(text, folder, frozenset({"kept.png"}))] == ["", ""]


def test_code_shows_no_picture(folder: Path) -> None:
    assert links("write `![Q1](imgs/none.png)` or\n```\n![](imgs/none.png)\n```", folder) == []


def test_only_pictures_are_embedded() -> None:
    assert data_url(b"\xff\xd8\xff\xe0").startswith("data:image/jpeg;base64,")
    assert data_url(b"<svg onload=alert(1)>") == "" == data_url(b"")


@pytest.mark.parametrize(
    "code",
    [
        "`![a](b.png)`", "```\n![a](b.png)\n```", "~~~ ![a](b.png) ``` ~~~", "````![a](b.png)``` ![a](b.png)````",
        "```![a](b.png)", "`a` ``` ``![a](b.png)",
    ],
)  # fmt: skip
def test_a_picture_in_code_is_none(code: str) -> None:
    assert not list(targets(code))


@pytest.mark.parametrize("text", ["`a ![a](b.png)", "`a`![a](b.png)`", "```a``` ![a](b.png)", "``![a](b.png)``"])
def test_a_picture_beside_code_is_one(text: str) -> None:
    assert [target.text for target in targets(text)] == ["b.png"]


@pytest.mark.parametrize("sign", ["`", "~"])
def test_a_fence_that_is_never_closed_is_read_once_however_long(sign: str) -> None:
    assert not list(targets(sign * 1_000_000 + "![a](b.png)" + sign * 999_999))
    assert not list(targets("".join(sign * length + "x" for length in range(2000, 3, -1))))
