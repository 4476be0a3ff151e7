namespace Interlock.Cli.Output;

/// <summary>Breaks sentences between words so that no line is wider than the terminal; a word that is wider stays whole.</summary>
internal static class WrappedText
{
    /// <param name="output">Where the lines go.</param>
    /// <param name="text">A sentence or more.</param>
    /// <param name="width">Characters in a line.</param>
    /// <param name="indent">Spaces before the first line.</param>
    /// <param name="hanging">Spaces before the lines after it.</param>
    public static void Write(TextWriter output, string text, int width, int indent = 0, int hanging = 0)
    {
        string line = new(' ', indent);
        bool isEmpty = true;
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && line.Length + 1 + word.Length > width)
            {
                output.WriteLine(line);
                line = new string(' ', hanging);
                isEmpty = true;
            }

            line += isEmpty ? word : $" {word}";
            isEmpty = false;
        }

        output.WriteLine(line.TrimEnd());
    }
}
