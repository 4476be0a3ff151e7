using System.Globalization;
using System.Text;
using Interlock.Core.Contract;
using Interlock.Core.Contract.Writing;
using Interlock.Core.Text;
using Interlock.Guard;
using Interlock.Policies;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Replay;
using Interlock.Runtime.Session.Gate;
using Interlock.Runtime.Supervision;
using Interlock.Simulation.Arm;

namespace Interlock.Runtime.Session.Making;

/// <summary>From the settings to a flight recorder with everything attached that explains the run.</summary>
internal sealed class RecorderMaking(RunFile file, SessionFiles files, SessionOptions options)
{
    private const string Extension = ".mcap";
    private const string UrdfExtension = ".urdf";
    private const string UrdfType = "application/xml";
    private const string NameTime = "yyyyMMdd-HHmmss";

    /// <summary>The recorder with its path, which is null where it is only watched; null when the file switches it off and nobody watches.</summary>
    public (FlightRecorder Recorder, string? Path)? Make(
        ActionGuard guard, PolicyDescription policy, MadeRobot robot, GateDecision? gate, double rateHz)
    {
        RecordingSettings settings = file.Settings.Recording;
        if (settings.Mode == RecordingMode.Off && options.Live is null)
        {
            return null;
        }

        string? path = settings.Mode == RecordingMode.Off ? null : NewPath(settings);
        FlightRecorder recorder = FlightRecorder.Start(Options(settings, path), Layout(guard, policy, rateHz), Session(path, policy, robot, gate), options.Time);
        Attach(recorder, guard, gate);
        AttachUrdf(recorder, robot);
        return (recorder, path);
    }

    private string NewPath(RecordingSettings settings)
    {
        string path = PathOf(settings, options.Time.GetUtcNow());
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    private string PathOf(RecordingSettings settings, DateTimeOffset now)
    {
        string path = file.Resolve(settings.Path);
        if (path.EndsWith(Extension, StringComparison.Ordinal))
        {
            return path;
        }

        string stem = $"{file.Settings.Name}-{now.ToString(NameTime, CultureInfo.InvariantCulture)}";
        string chosen = Path.Combine(path, stem + Extension);
        for (int number = 2; File.Exists(chosen); number++)
        {
            chosen = Path.Combine(path, $"{stem}-{number}{Extension}");
        }

        return chosen;
    }

    private FlightRecorderOptions Options(RecordingSettings settings, string? path) => new()
    {
        Path = path,
        Tap = options.Live?.Tap(),
        FlushInterval = TimeSpan.FromMilliseconds(settings.FlushMs),
        Fsync = settings.Fsync,
        OwnThread = !options.IsVirtual,
        Trigger = settings.Mode == RecordingMode.Ring
            ? new FlightTrigger { BeforeS = settings.BeforeS, AfterS = settings.AfterS, MemoryBytes = settings.MemoryMib << 20 }
            : null,
    };

    private FlightLayout Layout(ActionGuard guard, PolicyDescription policy, double rateHz) => new()
    {
        Channels = [.. guard.Contract.Channels.Select(channel => channel.Name)],
        Units = [.. guard.Contract.Channels.Select(channel => channel.Unit)],
        PolicyDimension = policy.ActionDimension,
        RateHz = rateHz,
        Monitors = [.. guard.Monitors.Select(monitor => monitor.Name)],
        Verdicts = EnumWord.All<Verdict>(),
        SupervisorStates = EnumWord.All<SupervisorState>(),
        ActionSources = EnumWord.All<MotionSource>(),
        Cameras = file.Settings.Recording.Images ? [.. file.Settings.Cameras.Select(camera => camera.Name)] : [],
    };

    private FlightSession Session(string? path, PolicyDescription policy, MadeRobot robot, GateDecision? gate) => new()
    {
        RunId = Path.GetFileNameWithoutExtension(path) ?? file.Settings.Name,
        StartMonotonicNs = options.Clock.NowNs,
        StartUtcNs = options.Clock.UtcNs,
        Task = file.Settings.Task,
        Policy = policy.Name.StartsWith(policy.Kind, StringComparison.OrdinalIgnoreCase) ? policy.Name : $"{policy.Kind} {policy.Name}",
        Robot = robot.Robot.Description.Name,
        CertificateLevel = gate?.Level,
        SoftwareVersion = options.SoftwareVersion,
    };

    private void Attach(FlightRecorder recorder, ActionGuard guard, GateDecision? gate)
    {
        recorder.Attach(Path.GetFileName(files.ContractPath), "application/yaml", files.ContractBytes);
        recorder.Attach(RecordedGuard.GuardedContractName, "application/yaml", Encoding.UTF8.GetBytes(ContractWriter.Write(guard.Contract)));
        recorder.Attach("effective.run.yaml", "application/yaml", Encoding.UTF8.GetBytes(file.Effective(files.Contract).ToYaml()));
        AttachFile(recorder, files.CalibrationPath);
        AttachFile(recorder, files.SpecPath);
        if (gate is not null)
        {
            recorder.Attach("certificate.json", "application/json", gate.Certificate);
            recorder.Attach("receipt.json", "application/json", gate.Receipt);
        }
    }

    private void AttachUrdf(FlightRecorder recorder, MadeRobot robot)
    {
        if (file.Settings.Robot.Urdf is { } path)
        {
            recorder.Attach(Path.ChangeExtension(Path.GetFileName(path), UrdfExtension), UrdfType, File.ReadAllBytes(file.Resolve(path)));
        }
        else if (robot.Table is not null)
        {
            recorder.Attach(TableArm.Description.Name + UrdfExtension, UrdfType, Encoding.UTF8.GetBytes(ArmUrdf.Of(TableArm.Description)));
        }
    }

    private static void AttachFile(FlightRecorder recorder, string? path)
    {
        if (path is not null)
        {
            recorder.Attach(Path.GetFileName(path), "application/json", File.ReadAllBytes(path));
        }
    }
}
