namespace Interlock.ExecSpec.Certificates;

/// <summary>Guesses what a file is for from the name that its ecosystem gives it.</summary>
internal static class ArtefactRoles
{
    private static readonly string[] WeightExtensions = [".safetensors", ".bin", ".pt", ".pth", ".onnx", ".gguf", ".ckpt", ".npz"];

    public static ArtefactRole Of(string path)
    {
        string name = path[(path.LastIndexOf('/') + 1)..].ToLowerInvariant();
        bool isWeights = Array.Exists(WeightExtensions, extension => name.EndsWith(extension, StringComparison.Ordinal));
        return name switch
        {
            _ when Has(name, "preprocessor", "pre_processor") && !Has(name, "preprocessor_config") => ArtefactRole.Preprocessor,
            _ when Has(name, "postprocessor", "post_processor") => ArtefactRole.Postprocessor,
            _ when Has(name, "stats", "statistics") => ArtefactRole.Stats,
            _ when Has(name, "adapter", "lora") => ArtefactRole.Adapter,
            _ when Has(name, "token", "vocab", "merges") => ArtefactRole.Tokenizer,
            _ when isWeights => ArtefactRole.Weights,
            _ when Has(name, "config", "modality", "metadata", "info.json", "index.json") => ArtefactRole.Config,
            _ => ArtefactRole.Other,
        };
    }

    private static bool Has(string name, params ReadOnlySpan<string> parts)
    {
        foreach (string part in parts)
        {
            if (name.Contains(part, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
