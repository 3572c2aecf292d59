"""Verbs with which a task begins, as shops, hotels, salons, clinics and workshops type them.

After “friday” at the start they tell that a text of its own follows: “friday call dana”, not “friday delivery”.
"""

import re

VERBS = """
add adjust answer apologise apologize apply approve archive arrange ask assemble assign bake bill blow book
borrow brew brief bring brush build buy call cancel carry catch change charge chase check chop clean clear close
collect complete confirm congratulate connect contact cook copy count cover create cut decide decorate defrost
deliver describe design dial discuss dispatch display do double draft draw drive drop dry dust e-mail email
empty enter escalate examine exchange explain extend fax feed fetch file fill find finish fit fix fold follow
forward frame freeze fry get gift give glue go greet grill grind guide hand hang have heat help hem hide hire
hold host import inform inspect install introduce invite invoice iron join keep label laminate lay leave lend
let light list listen load lock log look lower lubricate mail make mark match measure meet mend message mix mop
mount move note notify nudge offer oil open order organise organize pack paint pair park pass pay phone
photograph pick ping plan plant polish post pour prep prepare press price print process promise prune pull push
put quote raise reach read rearrange record redo reduce refer refund reheat reimburse remake remember remind
remove rent repaint repair replace reply report repot request resolve respond return review ring rinse roast
roll rotate run say scan schedule score scrub seal search see sell send serve service set sew shampoo sharpen
ship shout show shut sign solder sort speak split stamp start stay steam sterilise sterilize stop straighten
strip submit suggest supply swap sweep switch take talk taste teach tell test text thank thaw throw tidy tie top
touch track train translate treat trim try tune turn unblock unload unlock unpack unwrap update upgrade upload
vacuum verify visit wait wake walk warm warn wash watch water wax weigh welcome whatsapp wind wipe wire wish
wrap write
"""
# After these it was a noun: “friday order was short”.
TOLD = r"(?:was|were|is|are|has|had|isn't|wasn't|weren't|didn't|went|came|got|took|never|ran|looked)"


def pattern() -> re.Pattern[str]:
    """Return what matches a verb at the start of a text, with the space before it."""
    return re.compile(rf"[ ,]*(?:re-?)?(?:{'|'.join(VERBS.split())})\b(?!'|-\w| {TOLD}\b)")
