using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.Json;
using Interlock.ExecSpec.Import.Parts;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.OpenVla;

/// <summary>The state's statistics (<c>proprio</c>). OpenVLA writes them and shows no state to the model; OpenVLA-OFT may.</summary>
internal static class OpenVlaState
{
    private const double Clip = 1;

    public static StateSpec? Read(OpenVlaEntry entry, Normaliser action, OpenVlaDialect dialect, DiagnosticCollector findings)
    {
        if (entry.Value.Member("proprio") is not { IsObject: true } block)
        {
            if (dialect.UsesState)
            {
                findings.Error(
                    ImportCode.NoStatistics, "the checkpoint has a state projector and the entry no proprio statistics", entry.Value.Place);
            }

            return null;
        }

        // What the model never sees cannot spoil a command, so its flaws are no findings.
        DiagnosticCollector own = dialect.UsesState ? findings : new DiagnosticCollector();
        if (StatisticsBlock.Read(block, own) is not { } statistics)
        {
            return null;
        }

        Normaliser normaliser = action with
        {
            Mask = block.Member("mask") is { } mask ? JsonNumbers.Truths(mask, own) : null,
            Statistics = statistics,
            Arithmetic = action.Arithmetic with { ForwardClip = Clip },
        };
        NormaliserCheck.Run(normaliser, StateChannels(statistics.Channels), block.Place, own);
        return new StateSpec { Normaliser = normaliser };
    }

    private static ActionChannel[] StateChannels(int count) => [.. Enumerable.Range(0, count).Select(index => new ActionChannel { Name = $"state_{index}" })];
}
