using System.Text;
using Interlock.Core.Contract.Reading;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;

namespace Interlock.Core.Tests.Contract.Reading;

public sealed class HostileContractTests
{
    private const int Mutations = 24_000;

    private static readonly string[] Fragments =
    [
        "&a ", "*a", "!!int ", "---\n", "...\n", "{", "}", "[", "]", ": ", "- ", "\t", "\n", "'", "\"", "|", ">", "? ", "%YAML 9.9\n", "<<: *a", "#", "\0", "\uFFFF",
        "1e999", ".nan", "-.inf", "null", "0x10", "\u2028", "@", "`", ",", "\\x", "é", "\r",
    ];

    [Fact]
    public void Whatever_the_text_there_are_only_findings()
    {
        SeededRandom random = new(2026);
        int refused = 0;
        for (int i = 0; i < Mutations; i++)
        {
            string text = Mutate(ExampleContract.Text, random);
            DiagnosticCollector collector = new();
            object? contract = ContractFile.Parse(text, "fuzz", collector);
            Assert.True(contract is null == collector.HasErrors, text);
            refused += contract is null ? 1 : 0;
        }

        Assert.InRange(refused, Mutations / 2, Mutations - 1);
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    [InlineData('-')]
    [InlineData('&')]
    [InlineData('\'')]
    [InlineData('"')]
    [InlineData(':')]
    [InlineData('?')]
    [InlineData('\n')]
    [InlineData(' ')]
    [InlineData('a')]
    [InlineData('#')]
    [InlineData('%')]
    [InlineData('|')]
    [InlineData('!')]
    [InlineData('\t')]
    public void A_mebibyte_of_one_letter_is_refused_in_bounded_time(char letter)
    {
        DiagnosticCollector collector = new();
        Assert.Null(ContractFile.Parse(new string(letter, (1 << 20) - 1), "flood", collector));
        Assert.True(collector.HasErrors);
    }

    [Theory]
    [InlineData("- ")]
    [InlineData("a: ")]
    [InlineData("? ")]
    [InlineData("[a, ")]
    [InlineData("{a: ")]
    [InlineData("a: 1\n")]
    [InlineData("&a ")]
    [InlineData("\"\\x41")]
    [InlineData("---\n")]
    public void A_repeated_piece_is_refused_in_bounded_time(string piece)
    {
        StringBuilder text = new();
        while (text.Length + piece.Length < 1 << 19)
        {
            text.Append(piece);
        }

        DiagnosticCollector collector = new();
        Assert.Null(ContractFile.Parse(text.ToString(), "flood", collector));
        Assert.InRange(collector.Items.Count, 1, 200);
    }

    [Fact]
    public void Thousands_of_unknown_names_do_not_cost_a_search_each()
    {
        string channels = string.Join(", ", Enumerable.Range(0, 512).Select(i => $"{{ name: {new string('a', 60)}{i} }}"));
        string names = string.Join(", ", Enumerable.Range(0, 250).Select(i => $"{new string('b', 57)}{i}"));
        string norms = string.Join(", ", Enumerable.Repeat($"{{ channels: [{names}], max: 1 }}", 60));
        IReadOnlyList<Diagnostic> findings = ExampleContract.FindingsOf($"interlock: contract/1\nrate_hz: 1\nchannels: [{channels}]\nspeed_norms: [{norms}]");
        Assert.Equal(180, findings.Count(item => item.Code == "CT018"));
    }

    [Fact]
    public void A_file_of_more_than_a_mebibyte_is_refused_unread() =>
        Assert.Equal("CT002", Assert.Single(ExampleContract.FindingsOf(new string(' ', (1 << 20) + 1))).Code);

    [Theory]
    [InlineData("a: &x [1, 1]\nb: [*x, *x]", "CT004")]
    [InlineData("a: !!python/object x", "CT004")]
    [InlineData("interlock: contract/1\n---\ninterlock: contract/1", "CT004")]
    [InlineData("? [a, b]\n: c", "CT004")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]", "CT002")]
    [InlineData("a: 'open", "CT003")]
    [InlineData("a: b: c", "CT003")]
    [InlineData("", "CT005")]
    [InlineData("# nothing", "CT005")]
    [InlineData("just text", "CT005")]
    [InlineData("[1, 2]", "CT005")]
    public void Yaml_that_is_no_contract_is_named_for_what_it_is(string text, string code) =>
        Assert.Equal(code, Assert.Single(ExampleContract.FindingsOf(text)).Code);

    private static string Mutate(string text, SeededRandom random)
    {
        StringBuilder mutant = new(text);
        int edits = 1 + random.NextInt(3);
        for (int i = 0; i < edits; i++)
        {
            int at = random.NextInt(mutant.Length);
            switch (random.NextInt(5))
            {
                case 0:
                    mutant.Insert(at, Fragments[random.NextInt(Fragments.Length)]);
                    break;
                case 1:
                    mutant.Remove(at, Math.Min(1 + random.NextInt(20), mutant.Length - at));
                    break;
                case 2:
                    mutant[at] = (char)random.NextInt(256);
                    break;
                case 3:
                    mutant.Insert(at, mutant.ToString(at, Math.Min(1 + random.NextInt(40), mutant.Length - at)));
                    break;
                default:
                    mutant.Length = Math.Max(1, random.NextInt(4) == 0 ? at : mutant.Length);
                    break;
            }
        }

        return mutant.ToString();
    }
}
