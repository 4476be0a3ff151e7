using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Core.Text;
using Interlock.Guard.Channels;

namespace Interlock.Guard.Calibration.Demonstrations;

/// <summary>What is known about the channels before the data is looked at: names, units, roles, rates and turns.</summary>
internal sealed class ChannelPlan
{
    private const string GripperWord = "gripper";

    private ChannelPlan(ChannelContract[] channels, ChannelLayout layout, bool[] roleIsGiven)
    {
        Channels = channels;
        IsRate = layout.IsRate;
        Periods = layout.WrapPeriod;
        RoleIsGiven = roleIsGiven;
    }

    public ChannelContract[] Channels { get; }

    /// <summary>True where the command itself is a rate.</summary>
    public bool[] IsRate { get; }

    /// <summary>Full turn of a continuous joint; NaN elsewhere.</summary>
    public double[] Periods { get; }

    /// <summary>True where the user, or the channel's name, says what the channel is.</summary>
    public bool[] RoleIsGiven { get; }

    public static ChannelPlan Of(EpisodeSourceDescription description, CalibrationOptions options)
    {
        CheckNames(description, options);
        ChannelContract[] channels = [.. description.ActionChannels.Select((name, index) => new ChannelContract
        {
            Name = name,
            Unit = description.ActionUnits[index],
            Role = RoleOf(name, options),
            Continuous = options.ContinuousChannels.Contains(name),
        })];
        SafetyContract draft = new() { Name = options.Name, Space = options.Space, Reference = options.Reference, Channels = channels };
        return new ChannelPlan(
            channels,
            new ChannelLayout(draft),
            [.. channels.Select(channel => options.Roles.ContainsKey(channel.Name) || channel.Role == ChannelRole.Gripper)]);
    }

    private static ChannelRole RoleOf(string name, CalibrationOptions options)
    {
        if (options.Roles.TryGetValue(name, out ChannelRole role))
        {
            return role;
        }

        return name.Contains(GripperWord, StringComparison.OrdinalIgnoreCase) ? ChannelRole.Gripper : ChannelRole.Joint;
    }

    private static void CheckNames(EpisodeSourceDescription description, CalibrationOptions options)
    {
        DiagnosticCollector findings = new();
        foreach (string name in options.Roles.Keys.Concat(options.ContinuousChannels).Where(name => !description.ActionChannels.Contains(name)))
        {
            string? near = NearestName.Of(name, description.ActionChannels);
            findings.Error(
                CalibrationCodes.OptionOutOfRange,
                $"there is no action channel named {name}",
                SourcePlace.OfFile(description.Location),
                near is null ? null : $"did you mean {near}?");
        }

        findings.ThrowIfErrors();
    }
}
