using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Evaluation.Study;

namespace Interlock.Evaluation.Tests.Study;

/// <summary>Whatever happens to a study input, the answer is a report or a finding.</summary>
public sealed class StudyMutationTests
{
    private const int Mutations = 4000;

    private const string Summaries = """
        {"results": {"vla": {"episodes": [
          {"success": true, "steps": 30, "reversal_rate": 0.5, "atv": 12.5, "velocity_violations": 2, "jerk_summary": {"jerk_rms": 0.1}},
          {"success": false, "steps": 40, "reversal_rate": NaN, "atv": 1e2, "velocity_violations": 0, "jerk_summary": {"jerk_rms": 0.2}}]}}}
        """;

    private const string Conditions = """
        {"episodes": {"no_contract": [{"success": true, "seed": 1, "steps": 9, "violations": 0, "actions_modified": 0}],
          "with_contract": [{"success": false, "seed": 1, "steps": 9, "violations": 3, "actions_modified": 2}]}}
        """;

    private const string Steps = """
        {"episode":0,"step":0,"raw":[0,"NaN"],"verdict":"pass","interventions":[],"monitors":{"p_value":0.5,"cusum":1},"success":true}
        {"episode":0,"step":1,"raw":[1,2],"verdict":"clip","interventions":[{}],"monitors":{"p_value":NaN,"cusum":2}}
        {"episode":"b","step":0,"raw":[],"monitors":{"p_value":-1e400}}
        {"episode":"b","success":false}
        """;

    private static readonly string[] Fragments =
        ["NaN", "-Infinity", "null", "true", "1e999", "-1", "\"\\ud800\"", "{}", "[]", "\"", "{", "}", ",", "0.5", "18446744073709551616", "\uFEFF", "\0"];

    [Theory]
    [InlineData("study.json", Summaries)]
    [InlineData("study.json", Conditions)]
    [InlineData("study.jsonl", Steps)]
    public void Mutated_inputs_give_a_report_or_a_finding(string name, string text)
    {
        using TemporaryFolder folder = new();
        SeededRandom random = new(11);
        int refused = 0;
        for (int i = 0; i < Mutations; i++)
        {
            string file = folder.Write(name, Mutate(Encoding.UTF8.GetBytes(text), random));
            try
            {
                FailureStudy.Run([file], null, new StudySettings(Resamples: 2));
            }
            catch (DiagnosticException exception)
            {
                refused++;
                Assert.All(exception.Diagnostics, finding => Assert.Matches("^DS2[01][0-9]$", finding.Code));
            }
        }

        Assert.InRange(refused, Mutations / 10, Mutations);
    }

    private static byte[] Mutate(byte[] bytes, SeededRandom random)
    {
        List<byte> mutant = [.. bytes];
        for (int i = random.NextInt(3); i >= 0 && mutant.Count > 0; i--)
        {
            int place = random.NextInt(mutant.Count);
            switch (random.NextInt(4))
            {
                case 0:
                    mutant[place] = (byte)random.NextInt(256);
                    break;
                case 1:
                    mutant.RemoveRange(place, Math.Min(mutant.Count - place, 1 + random.NextInt(12)));
                    break;
                case 2:
                    mutant.InsertRange(place, Encoding.UTF8.GetBytes(Fragments[random.NextInt(Fragments.Length)]));
                    break;
                default:
                    mutant.InsertRange(place, mutant.GetRange(place, Math.Min(mutant.Count - place, 1 + random.NextInt(40))));
                    break;
            }
        }

        return [.. mutant];
    }
}
