using System.Text;

namespace Interlock.Cli.Tests.Verbs.Dashboard;

/// <summary>Keeps what is written, from any thread, and tells of every line on the thread that wrote it.</summary>
internal sealed class LineWatch(Action<string> heard) : TextWriter
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _all = new();
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => Encoding.UTF8;

    public string Text
    {
        get
        {
            lock (_lock)
            {
                return _all.ToString();
            }
        }
    }

    public override void Write(char value)
    {
        string? line = null;
        lock (_lock)
        {
            _all.Append(value);
            if (value != '\n')
            {
                _line.Append(value);
                return;
            }

            line = _line.ToString();
            _line.Clear();
        }

        heard(line);
    }
}
