using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Probing;

/// <summary>Our own decoder made from a specification, for where Interlock itself decodes in the loop; up to where measured state would be added.</summary>
/// <param name="running">The specification as it was loaded for this run.</param>
public sealed class SpecDecodePath(ExecutableSpec running) : IDecodePath
{
    /// <inheritdoc />
    public string Name => "this process";

    /// <inheritdoc />
    /// <remarks>A row of another length than the specification's action is refused.</remarks>
    public IReadOnlyList<IReadOnlyList<double>?> Decode(IReadOnlyList<IReadOnlyList<double>> rows)
    {
        ActionDecoder decoder = Prepare();
        double[] state = new double[decoder.Channels];
        return [.. rows.Select(row => row.Count == decoder.Channels ? DecodeOne(decoder, row, state) : null)];
    }

    private static double[] DecodeOne(ActionDecoder decoder, IReadOnlyList<double> row, double[] state)
    {
        double[] command = new double[decoder.Channels];
        decoder.DecodeOne([.. row], 0, state, [], command);
        return command;
    }

    private ActionDecoder Prepare()
    {
        try
        {
            return new ActionDecoder(WithoutState(running), DecoderUse.Probe);
        }
        catch (DiagnosticException exception)
        {
            throw new IOException($"`{running.Unnormaliser.Key}` cannot be decoded: {exception.Diagnostics[0].Code} {exception.Diagnostics[0].Message}", exception);
        }
    }

    private static ExecutableSpec WithoutState(ExecutableSpec spec) => spec with
    {
        Controller = null,
        Action = spec.Action with
        {
            Reference = ActionReference.Absolute,
            Rotations = [],
            Channels = [.. spec.Action.Channels.Select(channel => channel with { Reference = null })],
        },
    };
}
