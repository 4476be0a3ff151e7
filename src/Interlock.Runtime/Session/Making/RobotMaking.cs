using Interlock.Core.Contract;
using Interlock.Robots;
using Interlock.Robots.Cameras;
using Interlock.Robots.Matching;
using Interlock.Robots.Recording;
using Interlock.Robots.Simulated;
using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Worlds;

namespace Interlock.Runtime.Session.Making;

/// <summary>From the settings to a robot, not connected yet.</summary>
internal static class RobotMaking
{
    private const double NsPerMs = 1e6;
    private const int RememberedCommands = 65_536;

    /// <exception cref="Core.Diagnostics.DiagnosticException">Its channels are not the contract's (RB001 to RB007).</exception>
    public static MadeRobot Make(RobotSettings settings, SafetyContract contract, ulong seed)
    {
        IRobot robot = Bare(settings, contract, settings.Seed ?? seed);
        try
        {
            ChannelMatch match = ChannelMatch.Require(robot.Description, contract);
            return new MadeRobot(match.Wrap(robot), match, robot as TableArmRobot, robot as IPicturedRobot);
        }
        catch
        {
            robot.Dispose();
            throw;
        }
    }

    private static IRobot Bare(RobotSettings settings, SafetyContract contract, ulong seed) => settings.Kind switch
    {
        RobotKind.TableArm => new TableArmRobot(seed),
        RobotKind.SimulatedArm => new SimulatedArm(ArmOptions(settings.Options, contract, seed)),
        RobotKind.Recording => Recorded(new SimulatedArm(ArmOptions(settings.Options, contract, seed))),
        _ => NullRobot.For(contract),
    };

    private static RecordingRobot Recorded(SimulatedArm arm) => new(arm, RememberedCommands);

    private static SimulatedArmOptions ArmOptions(RobotOptions options, SafetyContract contract, ulong seed)
    {
        SimulatedArmOptions usual = SimulatedArmOptions.For(contract);
        return usual with
        {
            Channels = [.. Ordered(usual.Channels, options.Channels).Select(channel => channel with { NoiseDeviation = options.PositionNoise })],
            MeasurementRateHz = options.MeasurementRateHz,
            CommandLatencyNs = (long)(options.LatencyMs * NsPerMs),
            ForceNoiseN = options.ForceNoiseN,
            TripForceN = options.TripForceN,
            Wall = options is { WallChannel: { } channel, WallPosition: { } position }
                ? new SimulatedWall { Weights = new Dictionary<string, double> { [channel] = 1 }, Position = position, Stiffness = options.WallStiffness }
                : null,
            Seed = seed,
        };
    }

    // A name that the contract does not have stays in the robot, so that matching says what is wrong.
    private static IEnumerable<SimulatedChannel> Ordered(IReadOnlyList<SimulatedChannel> channels, IReadOnlyList<string> order) =>
        order.Count == 0
            ? channels
            : order.Select(name => channels.FirstOrDefault(channel => channel.Name == name) ?? channels[0] with { Name = name });
}
