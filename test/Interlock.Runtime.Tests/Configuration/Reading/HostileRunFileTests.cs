using System.Globalization;
using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Runtime.Configuration;

namespace Interlock.Runtime.Tests.Configuration.Reading;

public sealed class HostileRunFileTests
{
    private static readonly int Mutations =
        int.TryParse(Environment.GetEnvironmentVariable("INTERLOCK_FUZZ_CASES"), CultureInfo.InvariantCulture, out int cases) ? cases : 20_000;

    private static readonly string[] Fragments =
    [
        "&a ", "*a", "!!int ", "---\n", "...\n", "{", "}", "[", "]", ": ", "- ", "\t", "\n", "'", "\"", "|", ">", "? ", "%YAML 9.9\n", "<<: *a", "#", "\0", "\uFFFF",
        "1e999", ".nan", "-.inf", "null", "0x10", "\u2028", "@", "`", ",", "\\x", "é", "\r", "~", "9999999999", "-1", "\uD800", "kind: ensemble",
    ];

    [Fact]
    public void Whatever_the_text_there_are_only_findings()
    {
        SeededRandom random = new(2026);
        int refused = 0;
        for (int i = 0; i < Mutations; i++)
        {
            string text = Mutate(ExampleRun.Full, random);
            (RunFile? file, IReadOnlyList<Diagnostic> findings) = ExampleRun.Parse(text);
            Assert.True(file is null == findings.Any(item => item.Severity == DiagnosticSeverity.Error), text);
            Assert.All(findings, item => Assert.StartsWith("RT0", item.Code, StringComparison.Ordinal));
            Assert.InRange(findings.Count, 0, 200);
            refused += file is null ? 1 : 0;
        }

        Assert.InRange(refused, Mutations / 2, Mutations - 1);
    }

    [Fact]
    public void Whatever_the_override_there_are_only_findings()
    {
        SeededRandom random = new(7);
        string[] seeds = ["schedule.blending=replace", "cameras[0].max_age_ms=50", "policy.observation.images.a.b=table", "policy.members[0].kind=scripted", "gate=~"];
        for (int i = 0; i < Mutations / 4; i++)
        {
            string text = Mutate(seeds[random.NextInt(seeds.Length)], random);
            (RunFile? file, IReadOnlyList<Diagnostic> findings) = ExampleRun.Parse(ExampleRun.Minimal, text);
            Assert.True(file is null == findings.Any(item => item.Severity == DiagnosticSeverity.Error), text);
        }
    }

    [Theory]
    [InlineData("[")]
    [InlineData("a: ")]
    [InlineData("- ")]
    [InlineData("a: 1\n")]
    [InlineData("&a ")]
    [InlineData("? ")]
    [InlineData("cameras: [{name: a, kind: simulated}]\n")]
    public void A_repeated_piece_is_refused_in_bounded_time(string piece)
    {
        StringBuilder text = new();
        while (text.Length + piece.Length < 1 << 19)
        {
            text.Append(piece);
        }

        (RunFile? file, IReadOnlyList<Diagnostic> findings) = ExampleRun.Parse(text.ToString());
        Assert.Null(file);
        Assert.InRange(findings.Count, 1, 200);
    }

    [Theory]
    [InlineData("a: &x [1, 1]\nb: [*x, *x]", "RT004")]
    [InlineData("a: !!python/object x", "RT004")]
    [InlineData("interlock: run/1\n---\ninterlock: run/1", "RT004")]
    [InlineData("? [a, b]\n: c", "RT004")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]", "RT002")]
    [InlineData("a: 'open", "RT003")]
    [InlineData("", "RT005")]
    [InlineData("just text", "RT005")]
    public void Yaml_that_is_no_run_is_named_for_what_it_is(string text, string code) =>
        Assert.Equal(code, Assert.Single(ExampleRun.Parse(text).Findings).Code);

    [Fact]
    public void Too_much_is_refused()
    {
        Assert.Equal("RT002", Assert.Single(ExampleRun.Parse(new string(' ', (1 << 20) + 1)).Findings).Code);
        string many = string.Join(", ", Enumerable.Repeat("a", 513));
        Assert.Equal("RT014", Assert.Single(ExampleRun.Parse(ExampleRun.Minimal, $"robot.options.channels=[{many}]").Findings).Code);
    }

    private static string Mutate(string text, SeededRandom random)
    {
        StringBuilder mutant = new(text);
        for (int edits = 1 + random.NextInt(3); edits > 0; edits--)
        {
            int at = random.NextInt(mutant.Length);
            switch (random.NextInt(5))
            {
                case 0:
                    mutant.Insert(at, Fragments[random.NextInt(Fragments.Length)]);
                    break;
                case 1 when mutant.Length > 20:
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
