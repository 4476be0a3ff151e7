using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Probing;

/// <summary>Our own decoder made from a specification, for where Interlock itself decodes in the loop.</summary>
public sealed class SpecDecodePath : IDecodePath
{
    private readonly ActionDecoder _decoder;

    /// <summary>Prepares the path.</summary>
    /// <param name="running">The specification as it was loaded for this run.</param>
    public SpecDecodePath(ExecutableSpec running) => _decoder = new ActionDecoder(running, DecoderUse.Probe);

    /// <inheritdoc />
    public string Name => "this process";

    /// <inheritdoc />
    public IReadOnlyList<IReadOnlyList<double>?> Decode(IReadOnlyList<IReadOnlyList<double>> rows)
    {
        double[] state = new double[_decoder.Channels];
        return [.. rows.Select(row =>
        {
            double[] command = new double[_decoder.Channels];
            _decoder.DecodeOne([.. row], 0, state, [], command);
            return command;
        })];
    }
}
