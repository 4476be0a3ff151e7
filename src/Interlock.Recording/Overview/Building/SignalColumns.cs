using System.Globalization;
using Interlock.Recording.Flight.Session;

namespace Interlock.Recording.Overview.Building;

/// <summary>Which signal stands in which column: the rows of a step in their order, then its scalars.</summary>
internal sealed class SignalColumns
{
    private static readonly (string Key, string Unit)[] Scalars =
    [
        ("force/force_n", "N"), ("force/torque_nm", "N·m"),
        ("scalar/clip_fraction", ""), ("scalar/margin", ""), ("scalar/confidence", ""),
        ("timing/observation_age_ms", "ms"), ("timing/chunk_age_ms", "ms"), ("timing/action_lag_ms", "ms"), ("timing/latency_ms", "ms"),
        ("timing/lateness_us", "us"), ("timing/read_us", "us"), ("timing/schedule_us", "us"), ("timing/guard_us", "us"), ("timing/send_us", "us"),
    ];

    private readonly List<(string Key, string Unit)> _signals = [];

    public SignalColumns(FlightLayout layout)
    {
        for (int i = 0; i < layout.PolicyDimension; i++)
        {
            _signals.Add(($"raw/action_{i.ToString(CultureInfo.InvariantCulture)}", ""));
        }

        Policy = Rows(layout, "policy");
        Guarded = Rows(layout, "guarded");
        Executed = Rows(layout, "executed");
        State = Rows(layout, "state");
        Monitors = _signals.Count;
        _signals.AddRange(layout.Monitors.Select(name => ($"monitor/{name}", "")));
        FirstScalar = _signals.Count;
        _signals.AddRange(Scalars);
    }

    public IReadOnlyList<(string Key, string Unit)> Signals => _signals;

    public int Count => _signals.Count;

    public int Policy { get; }

    public int Guarded { get; }

    public int Executed { get; }

    public int State { get; }

    public int Monitors { get; }

    /// <summary>First of <see cref="StepScalar"/>.</summary>
    public int FirstScalar { get; }

    /// <summary>How many signals a layout has; without making them, because a layout from outside may claim any number.</summary>
    public static long CountOf(FlightLayout layout) => layout.PolicyDimension + (4L * layout.Channels.Count) + layout.Monitors.Count + Scalars.Length;

    private int Rows(FlightLayout layout, string group)
    {
        int first = _signals.Count;
        _signals.AddRange(layout.Channels.Select((name, i) => ($"{group}/{name}", layout.Units[i].Symbol)));
        return first;
    }
}
