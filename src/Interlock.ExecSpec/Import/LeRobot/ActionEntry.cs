using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.LeRobot.Statistics;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.LeRobot;

/// <summary>Makes an unnormaliser of the rows of one feature.</summary>
internal static class ActionEntry
{
    /// <summary>Widest action that is read; humanoids have fewer than a hundred channels.</summary>
    public const int MostChannels = 4096;

    /// <summary>An unnormaliser with whatever statistics there are, null for none.</summary>
    public static Normaliser Build(string key, NormalisationMode mode, ActionStatistics? statistics, NormaliserArithmetic arithmetic) => new()
    {
        Key = key,
        Scheme = mode.Scheme,
        LowQuantile = mode.Low,
        HighQuantile = mode.High,
        Statistics = statistics,
        Arithmetic = arithmetic,
    };

    /// <summary>The unnormaliser that is used, with everything that is wrong with it as findings.</summary>
    public static Normaliser Checked(
        string key,
        NormalisationMode mode,
        FeatureStatistics source,
        NormaliserArithmetic arithmetic,
        int? actionLength,
        PolicyConfig? config,
        DiagnosticCollector findings)
    {
        ActionStatistics? statistics = StatisticsAssembler.Build(source, findings);
        Normaliser normaliser = Build(key, mode, statistics, arithmetic);
        UnnormaliserCheck.Rows(mode, source, findings);
        UnnormaliserCheck.Rounding(source, findings);
        UnnormaliserCheck.Finite(normaliser, source.Place, findings);
        if (statistics is not null)
        {
            UnnormaliserCheck.Length(statistics, actionLength, config, source.Place, findings);
        }

        return normaliser;
    }

    /// <summary>D, from whoever states it, or an error when it is absurd.</summary>
    public static int LengthOf(int? stated, ActionStatistics? statistics, SourcePlace place)
    {
        int length = stated ?? statistics?.Channels
            ?? throw new DiagnosticException(LeRobotCodes.Malformed, "nothing says how many channels the action has", place);
        return length is > 0 and <= MostChannels
            ? length
            : throw new DiagnosticException(LeRobotCodes.Malformed, $"an action of {length} channels; at most {MostChannels} are read", place);
    }
}
