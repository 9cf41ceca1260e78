"""unknown-file."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from refertext.group import Group
from refertext.group.meant import meant_ids, meant_words
from refertext.problem import Place, Problem, Severity
from refertext.records import FOLDERS
from refertext.rules.rule import rule


def _in_waivers(group: Group) -> Iterator[Problem]:
    unknown = [waiver for waiver in group.settings.waivers if waiver.file not in group.files]
    meant = _meant_files(group, [waiver.file for waiver in unknown])
    for waiver in unknown:
        near = meant.get(waiver.file)
        mend = f"write {near}" if near else "write a file with its folder, such as members/kit-larsen.md"
        place = Place(group.settings.file, (*waiver.path, "file"))
        yield Problem(f"The group has no file “{waiver.file}”", place, mend)


def _meant_files(group: Group, files: Sequence[str]) -> dict[str, str]:
    """The files of the records that were probably meant; the folder may be missing."""
    found: dict[str, str] = {}
    for folder in FOLDERS:
        stems = {file: PurePosixPath(file).stem for file in files if _may_be_in(folder, file)}
        ids = meant_ids(group, folder, stems.values()) if stems else {}
        for file, stem in stems.items():
            record = group.records(folder).get(ids.get(stem, ""))
            if record:
                found.setdefault(file, record.file)
    return found


def _may_be_in(folder: str, file: str) -> bool:
    first, *rest = PurePosixPath(file).parts or ("",)
    return first == folder or not rest


def _in_action_plans(group: Group) -> Iterator[Problem]:
    steps = [
        (Place(partnership.file, ("action_plan", number, "material")), file)
        for partnership in group.partnerships.values()
        for number, step in enumerate(partnership.action_plan)
        if (file := (step.material or "").partition("#")[0].rstrip("/")).startswith("docs/")
    ]
    known = {str(path) for name in group.materials for path in (name, *PurePosixPath(name).parents)}
    unknown = [(place, file) for place, file in steps if file not in known]
    meant = meant_words((file for _, file in unknown), group.materials)
    for place, file in unknown:
        mend = f"write {meant[file]}" if file in meant else "add the file, or correct its name"
        yield Problem(f"There is no file “{file}”", place, mend)


@rule(Severity.ERROR)
def unknown_file(group: Group) -> Iterator[Problem]:
    """A file is named that does not exist.

    An exception for a file that is not there covers nothing, and the file it was meant for has none. A step of an
    action plan whose material is missing cannot be carried out.

    ## Bad

    ```yaml title="refertext.yml"
    waivers:
      - rule: neighbouring-seat
        file: members/lee-ortis.md  # expect: unknown-file
        why: voted 2026-03-05, 8 to 1
        until: 2027-03-05
    ```

    ## Bad: material that is not there

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    action_plan:
      - what: Feature Kit in the April newsletter
        by: brian-cho
        due: 2026-04-01
        material: docs/kit-tips.md  # expect: unknown-file
    ```

    ## Good

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    action_plan:
      - what: Feature Kit in the April newsletter
        by: brian-cho
        due: 2026-04-01
        material: https://example.com/kit-tips
    ```
    """
    yield from _in_waivers(group)
    yield from _in_action_plans(group)
