using ChatServer.Domain.Rooms;
using FsCheck;
using FsCheck.Fluent;
using static ChatServer.Domain.Tests.People;

namespace ChatServer.Domain.Tests.Rooms;

public sealed class MaskListProperties
{
    private static readonly Gen<(bool Adding, string Mask)> Step =
        from adding in Gen.Elements(true, true, false)
        from mask in Gen.Elements("a", "A", "b", "c", "*!*@d", "*!*@D", "e!f@g")
        select (adding, mask);

    [Fact]
    public void However_a_list_came_about_no_two_entries_have_the_same_mask()
    {
        Property.Holds(Step.ListOf(), steps =>
        {
            var list = Build(steps);

            Assert.Equal(list.Count, list.Entries.Select(entry => entry.Mask).Distinct().Count());
        });
    }

    [Fact]
    public void A_list_has_those_masks_that_were_added_and_not_removed_since()
    {
        Property.Holds(Step.ListOf(), steps =>
        {
            var expected = steps.GroupBy(step => Mask(step.Mask)).Where(same => same.Last().Adding).Select(same => same.Key);

            Assert.Equal(expected.ToHashSet(), Build(steps).Entries.Select(entry => entry.Mask).ToHashSet());
        });
    }

    private static MaskList Build(IEnumerable<(bool Adding, string Mask)> steps) =>
        steps.Aggregate(MaskList.Empty, (list, step) => step.Adding ? list.Add(Entry(step.Mask)) : list.Remove(Mask(step.Mask)));
}
