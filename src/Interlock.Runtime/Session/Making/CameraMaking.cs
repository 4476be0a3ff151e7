using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Robots;
using Interlock.Robots.Cameras;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Sensing;

namespace Interlock.Runtime.Session.Making;

/// <summary>From the settings to cameras.</summary>
internal static class CameraMaking
{
    private const double NsPerMs = 1e6;

    public static IReadOnlyList<CameraFeed> Make(RunFile file, MadeRobot robot, ulong seed) =>
        [.. file.Settings.Cameras.Select(camera => new CameraFeed(Camera(file, camera, robot, seed), (long)(camera.MaxAgeMs * NsPerMs)))];

    private static ICamera Camera(RunFile file, CameraSettings settings, MadeRobot robot, ulong seed) => settings.Kind switch
    {
        CameraKind.Files => FileCamera.Open(settings.Name, file.Resolve(settings.Path!), settings.RateHz),
        _ when robot.Pictured is { } pictured =>
            new SimulatedCamera(pictured, new SimulatedCameraOptions { Name = settings.Name, RateHz = settings.RateHz, Seed = seed }),
        _ => throw new DiagnosticException(
            RuntimeCodes.SettingsContradict,
            $"camera `{settings.Name}` is simulated, and a robot of kind `{EnumWord.Of(file.Settings.Robot.Kind)}` has nothing to show",
            hint: "use `kind: files` for this camera, or a simulated arm"),
    };
}
