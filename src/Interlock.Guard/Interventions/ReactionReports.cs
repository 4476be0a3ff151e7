using Interlock.Core.Contract;
using Interlock.Guard.Limits;

namespace Interlock.Guard.Interventions;

/// <summary>Reports the reasons for not using an action.</summary>
internal sealed class ReactionReports(InterventionLog log, ForceLimit? force, ReferenceState reference, ReasonTable table)
{
    private readonly int _force = table.Add(GuardCodes.Force, force?.MaxForceN ?? double.NaN, "N");
    private readonly int _forceUnknown = table.Add(GuardCodes.ForceUnknown, force?.MaxForceN ?? double.NaN, "N");
    private readonly int _torque = table.Add(GuardCodes.Torque, force?.MaxTorqueNm ?? double.NaN, "Nm");

    /// <summary>A reason that concerns the whole action.</summary>
    public void Whole(string code) => log.AddWhole(ReasonTable.Of(code));

    /// <summary>A state that lasts: said at every step, but it must not push its own cause out of the ring.</summary>
    public void Repeated(string code) => log.AddWhole(ReasonTable.Of(code), isRepeated: true);

    public void Contact(string code, in StepInput input)
    {
        bool torque = ReferenceEquals(code, GuardCodes.Torque);
        double value = (torque ? input.TorqueNm : input.ForceN) ?? double.NaN;
        log.AddWhole(torque ? _torque : ReferenceEquals(code, GuardCodes.Force) ? _force : _forceUnknown, value);
    }

    /// <summary>A non-finite value is reported on its channel; other reasons concern the whole action.</summary>
    public void Unusable(string code, ReadOnlySpan<double> raw)
    {
        if (!ReferenceEquals(code, GuardCodes.NonFinite))
        {
            Whole(code);
            return;
        }

        for (int i = 0; i < raw.Length; i++)
        {
            if (!double.IsFinite(raw[i]))
            {
                log.Add(ReasonTable.Of(code), i, raw[i], reference.IsKnown ? reference.Position[i] : double.NaN);
            }
        }
    }

    /// <summary>A channel without any command that keeps its limits.</summary>
    public void Infeasible(int channel, double raw) =>
        log.Add(ReasonTable.Of(GuardCodes.NoFeasibleCommand), channel, raw, reference.Position[channel]);
}
