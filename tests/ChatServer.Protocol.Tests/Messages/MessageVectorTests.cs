using System.Text;

namespace ChatServer.Protocol.Tests;

public class MessageVectorTests
{
    public static TheoryData<int, string> SplitCases() => Cases("msg-split", "input");

    public static TheoryData<int, string> JoinCases() => Cases("msg-join", "desc");

    [Theory]
    [MemberData(nameof(SplitCases))]
    public void A_line_splits_into_its_atoms(int index, string input)
    {
        var atoms = VectorFile.Read("msg-split")[index].Map("atoms");

        var message = IrcMessage.Parse(input);

        Assert.Equal(atoms.Text("verb"), message.Verb);
        Assert.Equal(atoms.Text("source"), message.Source);
        Assert.Equal(atoms.Texts("params"), message.Params);
        Assert.Equal(atoms.TextMap("tags"), message.Tags);
    }

    [Theory]
    [MemberData(nameof(SplitCases))]
    public void A_line_splits_in_place_into_the_same_atoms(int index, string input)
    {
        var atoms = VectorFile.Read("msg-split")[index].Map("atoms");

        Assert.True(MessageParser.TryParse(input.Utf8(), out var message, out var error));

        Assert.Equal(MessageError.None, error);
        Assert.Equal(atoms.Text("verb"), Encoding.UTF8.GetString(message.Verb));
        Assert.Equal(atoms.Text("source") ?? "", Encoding.UTF8.GetString(message.Source));
        Assert.Equal(atoms.Texts("params").Count, message.Count);
        for (var i = 0; i < message.Count; i++)
            Assert.Equal(atoms.Texts("params")[i], message.Text(i));
        foreach (var (key, value) in atoms.TextMap("tags"))
        {
            Assert.True(message.TryGetTag(key.Utf8(), out var raw));
            Assert.Equal(value, TagValue.Unescape(raw));
        }
    }

    [Theory]
    [MemberData(nameof(JoinCases))]
    public void Atoms_join_into_one_of_the_lines(int index, string description)
    {
        Assert.NotEmpty(description);
        var vector = VectorFile.Read("msg-join")[index];
        var atoms = vector.Map("atoms");

        var message = new IrcMessage(atoms.Text("verb")!, atoms.Texts("params"))
        {
            Tags = atoms.TextMap("tags"),
            Source = atoms.Text("source"),
        };

        Assert.Contains(message.ToString(), vector.Texts("matches"));
    }

    private static TheoryData<int, string> Cases(string file, string label)
    {
        var cases = new TheoryData<int, string>();
        foreach (var (index, vector) in VectorFile.Read(file).Index())
            cases.Add(index, vector.Text(label) ?? $"{file} {index}");
        return cases;
    }
}
