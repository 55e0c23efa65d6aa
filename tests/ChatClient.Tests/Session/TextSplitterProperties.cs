using System.Text;
using ChatClient.Session;

namespace ChatClient.Tests.Session;

public sealed class TextSplitterProperties
{
    [Fact]
    public void Pieces_fit_and_lose_nothing_but_spaces()
    {
        const string Letters = "ab é漢👩‍👩‍👧 ";
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(200)).Select(_ => Letters[random.Next(Letters.Length)]))
                .Replace('\ud83d', 'x');
            var limit = random.Next(32, 100);

            var pieces = TextSplitter.Split(text, limit).ToList();

            Assert.All(pieces, piece => Assert.InRange(Encoding.UTF8.GetByteCount(piece), 1, limit));
            Assert.Equal(text.Replace(" ", null), string.Concat(pieces).Replace(" ", null));
        }
    }

    [Fact]
    public void What_a_reader_sees_as_one_character_stays_whole()
    {
        const string Family = "👩‍👩‍👧";

        var pieces = TextSplitter.Split(string.Concat(Enumerable.Repeat(Family, 10)), 40).ToList();

        Assert.All(pieces, piece => Assert.Equal(0, piece.Length % Family.Length));
    }

    [Fact]
    public void Text_is_cut_between_words() =>
        Assert.Equal(["one two", "three"], TextSplitter.Split("one two three", 10));
}
