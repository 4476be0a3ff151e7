using System.Globalization;
using System.Text;
using Interlock.Core.Randomness;

namespace Interlock.Evaluation.Tests.Study;

/// <summary>Step logs whose truth is known: noise that is the same in every episode, and one monitor that rises in failures.</summary>
internal sealed record SyntheticLog
{
    public int Successes { get; init; } = 60;

    public int Failures { get; init; } = 30;

    public ulong Seed { get; init; } = 1;

    /// <summary>Step of a failing episode from which the signal is raised; null for never.</summary>
    public int? Onset { get; init; } = 30;

    public double Rise { get; init; } = 2;

    public Func<SeededRandom, int> SuccessSteps { get; init; } = random => 100 + random.NextInt(100);

    public Func<SeededRandom, int> FailureSteps { get; init; } = _ => 200;

    public string Text()
    {
        SeededRandom random = new(Seed);
        StringBuilder text = new();
        for (int episode = 0; episode < Successes + Failures; episode++)
        {
            bool failed = episode >= Successes;
            int steps = failed ? FailureSteps(random) : SuccessSteps(random);
            for (int step = 0; step < steps; step++)
            {
                double signal = random.NextNormal() + (failed && step >= Onset ? Rise : 0);
                text.AppendLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $$$"""{"episode":{{{episode}}},"step":{{{step}}},"monitors":{"signal":{{{signal:R}}},"noise":{{{random.NextNormal():R}}},"cusum":{{{step}}}}}"""));
            }

            string success = failed ? "false" : "true";
            text.AppendLine(string.Create(CultureInfo.InvariantCulture, $$$"""{"episode":{{{episode}}},"success":{{{success}}}}"""));
        }

        return text.ToString();
    }
}
