using Interlock.Core.Contract;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Overview;

namespace Interlock.Dashboard.Series;

/// <summary>Signals with the limits that are known for them.</summary>
internal static class ViewSignals
{
    private static readonly HashSet<string> ChannelGroups = ["policy", "guarded", "executed", "state"];

    /// <summary>Signals; thresholds and bands where a calibration is known.</summary>
    public static IReadOnlyList<ViewSignal> Of(
        FlightLayout layout, IReadOnlyList<OverviewSignal> signals, SafetyContract? contract, ViewBands? bands = null, IReadOnlyList<ViewBandRun>? runs = null)
    {
        Dictionary<string, int> channels = layout.Channels.Index().DistinctBy(pair => pair.Item).ToDictionary(pair => pair.Item, pair => pair.Index);
        Dictionary<string, ChannelContract> limits = (contract?.Channels ?? []).DistinctBy(channel => channel.Name).ToDictionary(channel => channel.Name);
        return [.. signals.Select((signal, place) => Watched(Of(signal, place, layout, channels, limits, contract?.Force), bands, runs ?? []))];
    }

    private static ViewSignal Watched(ViewSignal signal, ViewBands? bands, IReadOnlyList<ViewBandRun> runs) =>
        bands is null || signal.Group != "monitor" ? signal : signal with { Threshold = bands.Threshold(signal.Name), Band = bands.Band(signal.Name, runs) };

    private static ViewSignal Of(
        OverviewSignal signal, int place, FlightLayout layout, Dictionary<string, int> channels, Dictionary<string, ChannelContract> limits, ForceLimit? force)
    {
        bool isChannel = ChannelGroups.Contains(signal.Group);
        ChannelContract? limit = isChannel ? limits.GetValueOrDefault(signal.Name) : null;
        double? most = signal.Key switch
        {
            "force/force_n" => force?.MaxForceN,
            "force/torque_nm" => force?.MaxTorqueNm,
            _ => limit?.Max,
        };

        // A policy's number has its channel's colour only where there are as many of them.
        int? channel = isChannel ? channels.GetValueOrDefault(signal.Name)
            : place < layout.PolicyDimension && layout.PolicyDimension == layout.Channels.Count ? place
            : null;
        return new ViewSignal(signal.Key, signal.Group, signal.Name, signal.Unit, channel, limit?.Min, most, Threshold: null, signal);
    }
}
