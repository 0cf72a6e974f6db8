// The page's only script: defining the element starts the application.
import './ct-app.ts';
