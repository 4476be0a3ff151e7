using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.Robots.Simulated;

/// <summary>What can be simulated: everything finite, in its range, and slow enough for the integration.</summary>
internal sealed class SimulatedArmRules(SimulatedArmOptions options, DiagnosticCollector findings)
{
    private const long NsPerS = 1_000_000_000;
    private const long ShortestSubStepNs = 10_000;
    private const long LongestSubStepNs = 10_000_000;
    private const double MostDamping = 2;

    /// <summary>Largest product of step and natural frequency; semi-implicit Euler is stable up to 2 and still accurate well below it.</summary>
    private const double LargestPhasePerStep = 0.25;

    private double SubStepS => options.SubStepNs / (double)NsPerS;

    public void Check()
    {
        Require(options.Channels.Count is >= 1 and <= SimulatedArmOptions.MaxChannels, "channels", $"1 to {SimulatedArmOptions.MaxChannels}");
        Require(options.SubStepNs is >= ShortestSubStepNs and <= LongestSubStepNs, "sub_step_ns", $"{ShortestSubStepNs} to {LongestSubStepNs}");
        Require(options.CommandLatencyNs is >= 0 and <= NsPerS, "command_latency_ns", $"0 to {NsPerS}");
        Require(options.MeasurementRateHz > 0 && options.MeasurementRateHz * SubStepS <= 1, "measurement_rate_hz", "above 0, at most the sub-step rate");
        Require(IsZeroOrMore(options.ForceNoiseN), "force_noise_n", "0 or more");
        Require(options.TripForceN is null || IsPositive(options.TripForceN.Value), "trip_force_n", "above 0");
        Require(options.OverloadS is null || IsPositive(options.OverloadS.Value), "overload_s", "above 0");
        for (int channel = 0; channel < options.Channels.Count; channel++)
        {
            Check(options.Channels[channel], $"channels[{channel}]");
        }

        CheckNames();
        if (options.Wall is { } wall)
        {
            Check(wall);
        }
    }

    private void Check(SimulatedChannel channel, string key)
    {
        bool ordered = double.IsFinite(channel.Min) && double.IsFinite(channel.Max) && channel.Min < channel.Max;
        Require(ordered, $"{key}.min", "finite, below max");
        Require(channel.Start >= channel.Min && channel.Start <= channel.Max, $"{key}.start", "between min and max");
        Require(IsPositive(channel.MaxVelocity), $"{key}.max_velocity", "above 0");
        Require(IsPositive(channel.MaxAcceleration), $"{key}.max_acceleration", "above 0");
        Require(IsPositive(channel.BandwidthRadPerS) && channel.BandwidthRadPerS * SubStepS <= LargestPhasePerStep, $"{key}.bandwidth_rad_per_s", "above 0, at most a quarter of the sub-step rate");
        Require(channel.DampingRatio > 0 && channel.DampingRatio <= MostDamping, $"{key}.damping_ratio", "above 0, at most 2");
        Require(IsZeroOrMore(channel.NoiseDeviation), $"{key}.noise_deviation", "0 or more");
    }

    private void CheckNames()
    {
        foreach (IGrouping<string, SimulatedChannel> name in options.Channels.GroupBy(channel => channel.Name))
        {
            Require(name.Key.Length > 0 && name.Count() == 1, $"channels {Quoted.Of(name.Key)}", "a name that is given once");
        }
    }

    private void Check(SimulatedWall wall)
    {
        string[] names = [.. options.Channels.Select(channel => channel.Name)];
        foreach (string name in wall.Weights.Keys.Except(names))
        {
            string? near = NearestName.Of(name, names);
            Add($"wall.weights {Quoted.Of(name)}", "is no channel of the arm", near is null ? null : $"did you mean {Quoted.Of(near)}?");
        }

        Require(wall.Weights.Values.All(double.IsFinite) && wall.Weights.Values.Any(weight => weight != 0), "wall.weights", "finite, at least one not 0");
        Require(double.IsFinite(wall.Position), "wall.position", "finite");
        Require(IsZeroOrMore(wall.Damping), "wall.damping", "0 or more");
        if (Require(IsPositive(wall.Stiffness), "wall.stiffness", "above 0") && Require(IsPositive(wall.Mass), "wall.mass", "above 0"))
        {
            CheckStability(wall);
        }
    }

    private void CheckStability(SimulatedWall wall)
    {
        double coupling = wall.Weights.Values.Sum(weight => weight * weight) / wall.Mass;
        double phase = SubStepS * Math.Sqrt(wall.Stiffness * coupling);
        double decay = SubStepS * wall.Damping * coupling;
        Require(phase <= LargestPhasePerStep && decay <= LargestPhasePerStep, "wall", "soft enough for the sub-step: step·√(stiffness·Σw²/mass) and step·damping·Σw²/mass at most 0.25");
    }

    private bool Require(bool holds, string key, string range)
    {
        if (!holds)
        {
            Add(key, $"has to be {range}", null);
        }

        return holds;
    }

    private void Add(string key, string message, string? hint) =>
        findings.Error(RobotCodes.SimulationSettings, $"{key} {message}", new SourcePlace($"robot {options.Name}", Key: key), hint);

    private static bool IsPositive(double value) => double.IsFinite(value) && value > 0;

    private static bool IsZeroOrMore(double value) => double.IsFinite(value) && value >= 0;
}
