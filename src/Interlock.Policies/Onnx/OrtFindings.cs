using Interlock.Core.Diagnostics;
using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx;

/// <summary>Turns what the runtime says into findings about a file.</summary>
internal static class OrtFindings
{
    private const string OpsetHint = "export the graph for an opset and operators that this ONNX Runtime has, or fetch a newer one";

    /// <summary>Loads a graph.</summary>
    /// <exception cref="DiagnosticException">PO142, PO143, PO144.</exception>
    public static OrtSession Open(OrtRuntime runtime, string path, OnnxPolicyOptions options)
    {
        FileInfo file = new(path);
        if (!file.Exists)
        {
            throw new DiagnosticException(OnnxCodes.FileMissing, $"there is no file '{path}'", SourcePlace.OfFile(path));
        }

        if (file.Length == 0)
        {
            throw new DiagnosticException(OnnxCodes.FileDamaged, "the file is empty", SourcePlace.OfFile(path));
        }

        try
        {
            return new OrtSession(runtime, path, options.Threads, options.AllowSpinning);
        }
        catch (OrtFailure failure)
        {
            throw OfLoading(failure, path);
        }
    }

    /// <summary>A run that failed.</summary>
    public static DiagnosticException OfRunning(OrtFailure failure, string path) =>
        new(OnnxCodes.InferenceFailed, $"the inference failed: {OneLine(failure.Message)}", SourcePlace.OfFile(path));

    private static DiagnosticException OfLoading(OrtFailure failure, string path) => failure.Code switch
    {
        OrtErrorCode.NoSuchFile => new DiagnosticException(OnnxCodes.FileMissing, OneLine(failure.Message), SourcePlace.OfFile(path)),
        OrtErrorCode.InvalidProtobuf or OrtErrorCode.NoModel => new DiagnosticException(
            OnnxCodes.FileDamaged,
            $"this is no whole ONNX model: {OneLine(failure.Message)}",
            SourcePlace.OfFile(path),
            "copy or export the file again and compare its length"),
        _ => new DiagnosticException(OnnxCodes.GraphRefused, $"ONNX Runtime refuses the graph: {OneLine(failure.Message)}", SourcePlace.OfFile(path), OpsetHint),
    };

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
}
