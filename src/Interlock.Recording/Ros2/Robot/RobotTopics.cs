using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Recording.Flight.Encoding;
using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Ros2.Cdr;
using Interlock.Recording.Ros2.Export;
using Interlock.Recording.Ros2.Messages;

namespace Interlock.Recording.Ros2.Robot;

/// <summary>
/// The robot's description, and where its links are by what was measured. Transforms are thinned like the recorder's joint states: no viewer
/// shows more.
/// </summary>
internal sealed class RobotTopics
{
    private const string Extension = ".urdf";
    private const ulong PeriodNs = FlightClock.NsPerS / 100;

    private readonly Ros2Output _output;
    private readonly Ros2Topic _description = new("/robot_description", Ros2Type.Text);
    private readonly Ros2Topic _static = new("/tf_static", Ros2Type.Transforms);
    private readonly Ros2Topic _moving = new("/tf", Ros2Type.Transforms);
    private readonly byte[]? _urdf;
    private readonly RobotJoint[] _fixed = [];
    private readonly RobotJoint[] _joints = [];
    private ulong _nextNs;

    public RobotTopics(Ros2Output output, FlightLog log, string? file, List<Diagnostic> findings)
    {
        _output = output;
        McapAttachmentIndex? found = log.Attachments.FirstOrDefault(attachment => attachment.Name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase));
        if (found is null)
        {
            return;
        }

        _urdf = log.Read(found).Data.ToArray();
        if (new RobotJoints(log.Layout).Read(_urdf) is not { } joints)
        {
            findings.Add(new Diagnostic("RC062", DiagnosticSeverity.Warning, $"'{found.Name}' is not a URDF that can be posed: no transforms are written", new SourcePlace(file), "viewers show the robot only where its links are known"));
            return;
        }

        _fixed = [.. joints.Where(joint => !joint.Moves)];
        _joints = [.. joints.Where(joint => joint.Moves)];
    }

    /// <summary>What holds from the beginning.</summary>
    public void Begin(ulong timeNs)
    {
        if (_urdf is not null)
        {
            _output.Cdr.Text(Encoding.UTF8.GetString(_urdf));
            _output.Write(_description, timeNs);
        }

        Transforms(_static, _fixed, [], timeNs);
    }

    public void Write(FlightStep step, ulong timeNs)
    {
        if (step.State is { } state && timeNs >= _nextNs)
        {
            _nextNs = timeNs + PeriodNs;
            Transforms(_moving, _joints, state, timeNs);
        }
    }

    private void Transforms(Ros2Topic topic, RobotJoint[] joints, double[] state, ulong timeNs)
    {
        RobotJoint[] known = [.. joints.Where(joint => joint.Pose(state) is not null)];
        if (known.Length == 0)
        {
            return;
        }

        CdrWriter cdr = _output.Cdr.Begin().UInt32((uint)known.Length);
        foreach (RobotJoint joint in known)
        {
            ((double x, double y, double z), Rotation turned) = joint.Pose(state)!.Value;
            cdr.Header(timeNs, joint.Parent).String(joint.Child)
                .Float64(x).Float64(y).Float64(z)
                .Float64(turned.X).Float64(turned.Y).Float64(turned.Z).Float64(turned.W);
        }

        _output.Write(topic, timeNs);
    }
}
