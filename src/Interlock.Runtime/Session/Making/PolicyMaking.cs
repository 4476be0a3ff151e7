using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Datasets.Opening;
using Interlock.Policies;
using Interlock.Policies.Ensembles;
using Interlock.Policies.Local;
using Interlock.Policies.Networks;
using Interlock.Policies.Onnx;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Worlds;

namespace Interlock.Runtime.Session.Making;

/// <summary>From the settings to a policy.</summary>
internal sealed class PolicyMaking(RunFile file, SafetyContract contract, MadeRobot robot, double policyRateHz, int actionDimension, TimeProvider time)
{
    private readonly RemoteMaking _remote = new(file, contract, actionDimension, time);

    /// <exception cref="DiagnosticException">It cannot be made (PO codes, DS codes of a recording, RT150).</exception>
    public IPolicy Make(PolicySettings settings) => settings.Kind switch
    {
        PolicyKind.Scripted => Scripted(settings),
        PolicyKind.Recorded => Recorded(settings),
        PolicyKind.Network => NetworkPolicy.Load(PathOf(settings), settings.Samples),
        PolicyKind.Onnx => OnnxPolicy.Load(OnnxMaking.Options(file, settings), time),
        PolicyKind.Ensemble => new EnsemblePolicy([.. settings.Members.Select(Make)]),
        PolicyKind.Openpi => _remote.OpenPi(settings),
        PolicyKind.Openvla => _remote.OpenVla(settings),
        _ => _remote.Lerobot(settings),
    };

    private IPolicy Scripted(PolicySettings settings)
    {
        if (settings.Path is not null)
        {
            return new WaypointPolicy(WaypointScript.Load(PathOf(settings)).ForChannels([.. contract.Channels.Select(channel => channel.Name)]));
        }

        return robot.Table is { } table
            ? new ScriptedTablePolicy(table, robot.Match, policyRateHz)
            : throw new DiagnosticException(
                RuntimeCodes.SettingsContradict, "`policy.kind: scripted` without a `path` is the built-in policy of `robot.kind: table_arm`", hint: "name a waypoint file with `policy.path`");
    }

    private RecordedPolicy Recorded(PolicySettings settings) =>
        RecordedPolicy.Open(EpisodeSources.Open(PathOf(settings)), settings.EpisodeIndex ?? 0, new RecordedPolicyOptions { Rows = settings.MaxRows });

    private string PathOf(PolicySettings settings) => file.Resolve(settings.Path ?? throw new DiagnosticException(
        RuntimeCodes.SettingsContradict, $"`policy.kind: {EnumWord.Of(settings.Kind)}` needs a `path`"));
}
