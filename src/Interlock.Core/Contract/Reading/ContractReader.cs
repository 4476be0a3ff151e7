namespace Interlock.Core.Contract.Reading;

/// <summary>Builds a contract from the tree of its file; what could not be read is reported and left out.</summary>
internal static class ContractReader
{
    public static SafetyContract Read(YamlMap root, string fallbackName, ReadingReport report)
    {
        GroupReader group = new(root, "", ContractKeys.Root, report);
        ReadFormatTag(group, report);
        group.Require("channels", "list at least one channel");
        GroupReader? action = group.Group("action", ContractKeys.Action);
        return new SafetyContract
        {
            Name = group.Text("name") ?? fallbackName,
            RateHz = group.Number("rate_hz"),
            Space = action?.Word<ActionSpace>("space") ?? ActionSpace.Other,
            Reference = action?.Word<ActionReference>("reference") ?? ActionReference.Absolute,
            Channels = [.. group.Groups("channels", ContractKeys.Channel).Select(item => ReadChannel(item, report))],
            SpeedNorms = [.. group.Groups("speed_norms", ContractKeys.SpeedNorm).Select(SectionReader.ReadSpeedNorm)],
            Workspace = SectionReader.ReadWorkspace(group),
            Force = SectionReader.ReadForce(group),
            Mode = group.Word<GuardMode>("mode") ?? GuardMode.Clip,
            RateLimiting = group.Word<RateLimiting>("rate_limiting") ?? RateLimiting.PerChannel,
            Watchdog = SectionReader.ReadWatchdog(group),
            Escalation = SectionReader.ReadEscalation(group),
            Monitors = SectionReader.ReadMonitors(group),
        };
    }

    private static void ReadFormatTag(GroupReader group, ReadingReport report)
    {
        string? tag = group.Text("interlock");
        if (tag != SafetyContract.FormatTag)
        {
            string found = tag is null ? "the format tag 'interlock' is missing" : $"format {Text.Quoted.Of(tag)} is not known";
            report.Error(
                "CT005", "interlock", report.PlaceOf("interlock").Line ?? 1, found, $"write interlock: {SafetyContract.FormatTag}");
        }
    }

    private static ChannelContract ReadChannel(GroupReader group, ReadingReport report)
    {
        group.Require("name", "every channel has the name by which the robot knows it");
        return new ChannelContract
        {
            Name = group.Text("name") ?? "",
            Role = group.Word<ChannelRole>("role") ?? ChannelRole.Joint,
            Unit = UnitReader.Read(group, report),
            Continuous = group.Flag("continuous") ?? false,
            Min = group.Number("min"),
            Max = group.Number("max"),
            SoftMin = group.Number("soft_min"),
            SoftMax = group.Number("soft_max"),
            MaxStep = group.Number("max_step"),
            MaxVelocity = group.Number("max_velocity"),
            MaxAcceleration = group.Number("max_acceleration"),
            MaxJerk = group.Number("max_jerk"),
        };
    }
}
