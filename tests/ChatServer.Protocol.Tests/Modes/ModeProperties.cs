using FsCheck;
using FsCheck.Fluent;

namespace ChatServer.Protocol.Tests;

public class ModeProperties
{
    private static readonly Gen<ModeChange> Change =
        from mode in Gen.Elements(RoomModes.Table.Rows.AsEnumerable())
        from adding in Gen.Elements(true, false)
        from parameter in WireGenerators.Word
        select new ModeChange(adding, mode.Letter, Takes(mode.Kind, adding) ? parameter : null);

    [Fact]
    public void Changes_that_are_written_read_as_themselves()
    {
        Property.Holds(Change.ListOf(), changes =>
        {
            var line = ModeFormatter.Format(changes);
            var request = ModeParser.Parse(RoomModes.Table, line.Modes, [.. line.Parameters]);

            Assert.Equal(changes, request.Changes.ToArray());
            Assert.Empty(request.Unknown);
            Assert.Empty(request.Missing);
            Assert.Empty(request.Queries);
        });
    }

    [Fact]
    public void Lines_together_hold_the_same_changes_in_the_same_order()
    {
        var cases = from changes in Change.ListOf() from max in Gen.Choose(1, 300) select (changes, max);

        Property.Holds(cases, c =>
        {
            var lines = ModeFormatter.FormatLines(c.changes, c.max).ToList();

            Assert.Equal(c.changes, lines.SelectMany(line => ModeParser.Parse(RoomModes.Table, line.Modes, [.. line.Parameters]).Changes));
            Assert.All(lines, line => Assert.True(line.ToString().Utf8().Length <= c.max || IsOneChange(line)));
        });
    }

    private static bool IsOneChange(ModeLine line) => line.Modes.Length == 2;

    private static bool Takes(ModeKind kind, bool adding) => kind != ModeKind.Flag && (adding || kind != ModeKind.ParameterWhenSet);
}
