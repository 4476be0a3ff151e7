namespace Interlock.Datasets.LeRobot;

/// <summary>Versions as info.json writes them.</summary>
internal static class LeRobotVersionName
{
    public static string Of(LeRobotVersion version) => version switch
    {
        LeRobotVersion.V20 => "v2.0",
        LeRobotVersion.V21 => "v2.1",
        _ => "v3.0",
    };
}
