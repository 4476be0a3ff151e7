using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.ExecSpec.Files;
using Interlock.ExecSpec.Tests.Specification;

namespace Interlock.ExecSpec.Tests.Files.Reading;

public sealed class HostileSpecTests
{
    private const int Mutations = 6000;

    private static readonly string[] Fragments =
    [
        "{", "}", "[", "]", ":", ",", "\"", "\\u0000", "\\uD800", "null", "true", "1e999", "-1e999", "\"NaN\"", "\"Infinity\"", "-0", "1e-320", "2147483648", "-1", "0", "\0", "\n", "/*",
        "\"\"", "{}", "[]", "[[1],[2]]", "\"channels\": []", "\"timesteps\": 2,", "\"interlock\": 1,",
    ];

    [Fact]
    public void Whatever_the_bytes_there_are_only_findings()
    {
        SeededRandom random = new(2026);
        string full = Encoding.UTF8.GetString(SpecText.Written(RandomSpec.Full()));
        int refused = 0;
        for (int i = 0; i < Mutations; i++)
        {
            byte[] bytes = Mutate(i % 2 == 0 ? full : SpecText.Valid, random);
            DiagnosticCollector collector = new();
            bool isRefused = SpecFile.Read(bytes, "fuzz", collector) is null;
            Assert.Equal(isRefused, collector.HasErrors);
            refused += isRefused ? 1 : 0;
        }

        Assert.InRange(refused, Mutations / 2, Mutations - 1);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("[],")]
    [InlineData("\"a\",")]
    [InlineData(" ")]
    [InlineData("1,")]
    [InlineData("{},")]
    public void A_flood_is_refused_in_bounded_time(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, (3 << 20) / piece.Length));
        foreach (string start in (string[])["", "[", "{\"interlock\":\"execspec/1\",\"siblings\":["])
        {
            Assert.InRange(SpecText.Read(start + text).Findings.Count, 1, 200);
        }
    }

    [Theory]
    [InlineData("\"siblings\": [", "]", "{}")]
    [InlineData("\"siblings\": [", "]", "{\"key\":\"a\",\"scheme\":\"mean_std\"}")]
    [InlineData("\"x\": [", "]", "1")]
    [InlineData("", "", "\"kay\": 1")]
    [InlineData("\"unnormaliser\": {\"key\": \"a\", \"scheme\": \"identity\", \"mask\": [", "]}", "true")]
    [InlineData("\"unnormaliser\": {\"key\": \"a\", \"scheme\": \"mean_std\", \"statistics\": {\"mean\": [", "]}}", "\"NaN\"")]
    [InlineData("\"action\": {\"channels\": [", "]}", "{\"name\": \"a\"}")]
    public void Many_entries_give_few_findings(string before, string after, string entry)
    {
        string entries = string.Join(',', Enumerable.Repeat(entry, 40_000));
        Assert.InRange(SpecText.Read($"{{\"interlock\":\"execspec/1\",{before}{entries}{after}}}").Findings.Count, 1, 200);
    }

    [Fact]
    public void A_file_beyond_the_bound_is_refused_unread()
    {
        DiagnosticCollector collector = new();
        Assert.Null(SpecFile.Read(new byte[(16 << 20) + 1], "big", collector));
        Assert.Equal("EX101", collector.Items.Single().Code);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused()
    {
        DiagnosticCollector collector = new();
        Assert.Null(SpecFile.Read([(byte)'{', 0xFF, (byte)'}'], "bytes", collector));
        Assert.Equal("EX100", collector.Items.Single().Code);
    }

    private static byte[] Mutate(string text, SeededRandom random)
    {
        StringBuilder mutated = new(text);
        for (int i = 0; i <= random.NextInt(3); i++)
        {
            int at = random.NextInt(mutated.Length);
            int length = Math.Min(random.NextInt(6), mutated.Length - at);
            mutated.Remove(at, random.NextInt(2) == 0 ? length : 0).Insert(at, random.NextInt(3) == 0 ? "" : Fragments[random.NextInt(Fragments.Length)]);
        }

        byte[] bytes = SpecText.Bytes(mutated.ToString());
        if (random.NextInt(8) == 0)
        {
            bytes[random.NextInt(bytes.Length)] = (byte)random.NextInt(256);
        }

        return bytes;
    }
}
