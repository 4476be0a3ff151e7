using System.Text.Json;
using Interlock.Core.Contract;
using Interlock.Core.Units;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Drift;

/// <summary>LIBERO specifications: robosuite's OSC_POSE (0.05 m and 0.5 rad per command), 20 Hz, displacement per step.</summary>
internal static class LiberoSpecs
{
    public const string StatisticsFile = "data/stats/libero_openvla.dataset_statistics.json";

    private const double MetresPerCommand = 0.05;
    private const double RadiansPerCommand = 0.5;
    private const double RateHz = 20;

    private static readonly bool[] Mask = [true, true, true, true, true, true, false];

    /// <summary>Entries from the numbers that the specification note prints.</summary>
    public static IReadOnlyDictionary<string, Normaliser> Printed { get; } = LiberoNumbers.Entries.ToDictionary(
        entry => entry.Key,
        entry => Quantile(entry.Key, new ActionStatistics
        {
            Channels = 7,
            Mean = [.. entry.Value.Mean, 0.5],
            Std = [.. entry.Value.Std, 0.5],
            Quantiles = [new(0.01, [.. entry.Value.Q01, 0]), new(0.99, [.. entry.Value.Q99, 1])],
        }),
        StringComparer.Ordinal);

    /// <summary>Element-wise smallest q01 and largest q99 of the four: the entry of multi-suite checkpoints.</summary>
    public static Normaliser Hull(IEnumerable<Normaliser> entries)
    {
        ActionStatistics[] tables = [.. entries.Select(entry => entry.Statistics!)];
        double[] Extreme(double level, Func<IEnumerable<double>, double> pick) =>
            [.. Enumerable.Range(0, 7).Select(channel => pick(tables.Select(table => table.QuantileAt(level)![channel])))];
        return Quantile("hull", new ActionStatistics
        {
            Channels = 7,
            Quantiles = [new(0.01, Extreme(0.01, values => values.Min())), new(0.99, Extreme(0.99, values => values.Max()))],
        });
    }

    /// <summary>Entries of the published statistics file.</summary>
    public static IReadOnlyDictionary<string, Normaliser> Published()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(SharedFiles.PathOf(StatisticsFile)));
        return document.RootElement.EnumerateObject().ToDictionary(
            entry => entry.Name,
            entry => Quantile(entry.Name, TableOf(entry.Value.GetProperty("action"))),
            StringComparer.Ordinal);
    }

    public static ExecutableSpec Spec(Normaliser selected, IEnumerable<Normaliser>? siblings = null) => new()
    {
        Name = selected.Key,
        Unnormaliser = selected,
        Siblings = [.. siblings ?? []],
        Action = new ActionSpec
        {
            Quantity = ActionSpace.EeDelta,
            Reference = ActionReference.DeltaStep,
            RateHz = RateHz,
            Channels = [.. LiberoNumbers.Channels.Select(Channel), new ActionChannel { Name = "gripper", Role = ChannelRole.Gripper }],
        },
    };

    public static Normaliser Quantile(string key, ActionStatistics table) => new()
    {
        Key = key,
        Scheme = NormalisationScheme.Quantile,
        LowQuantile = 0.01,
        HighQuantile = 0.99,
        Mask = Mask,
        Statistics = table,
        Arithmetic = LibraryArithmetic.OpenVla,
    };

    private static ActionChannel Channel(string name, int index) => new()
    {
        Name = name,
        Role = index < 3 ? ChannelRole.Position : ChannelRole.Orientation,
        Unit = ChannelUnit.Normalized,
        PhysicalPerCommand = index < 3 ? MetresPerCommand : RadiansPerCommand,
        PhysicalUnit = index < 3 ? ChannelUnit.Metre : ChannelUnit.Radian,
    };

    private static ActionStatistics TableOf(JsonElement action)
    {
        double[] Row(string name) => [.. action.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];
        return new ActionStatistics
        {
            Channels = 7,
            Min = Row("min"),
            Max = Row("max"),
            Mean = Row("mean"),
            Std = Row("std"),
            Quantiles = [new(0.01, Row("q01")), new(0.99, Row("q99"))],
        };
    }
}
